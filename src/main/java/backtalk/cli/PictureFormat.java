package backtalk.cli;

import backtalk.proof.Dot;
import backtalk.proof.Mermaid;
import backtalk.proof.Picture;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A language that pictures are written in. */
@SuppressWarnings("ImmutableEnumChecker") // functions without a state
enum PictureFormat {
  MERMAID(Mermaid::of),
  DOT(Dot::of);

  private final Function<Picture, String> writer;

  PictureFormat(Function<Picture, String> writer) {
    this.writer = writer;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The picture in this language. */
  String write(Picture picture) {
    return writer.apply(picture);
  }

  /** The picture as a block of a Markdown file. */
  String block(Picture picture) {
    return "```" + word() + "\n" + write(picture) + "```\n";
  }

  /** Reads the format's word. */
  static final class Words implements ITypeConverter<PictureFormat> {
    @Override
    public PictureFormat convert(String word) {
      return Arrays.stream(values())
          .filter(format -> format.word().equals(word))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("there are: " + all()));
    }

    private static String all() {
      return Arrays.stream(values()).map(PictureFormat::word).collect(Collectors.joining(", "));
    }
  }
}
