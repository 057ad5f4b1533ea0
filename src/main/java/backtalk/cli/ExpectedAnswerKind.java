package backtalk.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lists the kinds of answer that {@code ask} can expect of a line. */
enum ExpectedAnswerKind {
  YES_NO;

  /** Converts the value of {@code --expect}. */
  static final class Converter implements ITypeConverter<ExpectedAnswerKind> {
    @Override
    public ExpectedAnswerKind convert(String word) {
      if (!word.equals("yes-no")) {
        throw new TypeConversionException("the only kind there is: yes-no");
      }
      return YES_NO;
    }
  }
}
