package backtalk.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What the bot is to expect of a line. */
enum ExpectKind {
  YES_NO;

  /** Reads the kind's word. */
  static final class Words implements ITypeConverter<ExpectKind> {
    @Override
    public ExpectKind convert(String word) {
      if (!word.equals("yes-no")) {
        throw new TypeConversionException("the only kind there is: yes-no");
      }
      return YES_NO;
    }
  }
}
