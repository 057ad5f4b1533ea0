package backtalk.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What the bot is to expect of a line. */
enum ExpectedAnswerKind {
  YES_NO;

  /** Reads the kind's word. */
  static final class Words implements ITypeConverter<ExpectedAnswerKind> {
    @Override
    public ExpectedAnswerKind convert(String word) {
      if (!word.equals("yes-no")) {
        throw new TypeConversionException("the only kind there is: yes-no");
      }
      return YES_NO;
    }
  }
}
