package backtalk.loader.checks;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Picture;
import backtalk.loader.ConversationFiles;
import backtalk.loader.Issue;
import backtalk.loader.LoadResult;
import backtalk.proof.TestConversations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks the issues of pictures, on the smallest conversation. */
class PictureCheckTest {
  private static final Path SMALL = TestConversations.HOME.resolve("src/test/resources/small");
  private static final Path DOTS =
      TestConversations.HOME.resolve("src/test/resources/pictures/dots.png");

  @TempDir private Path folder;

  @BeforeEach
  void copy() throws IOException {
    try (Stream<Path> files = Files.walk(SMALL)) {
      files.filter(Files::isRegularFile).forEach(this::copy);
    }
    Files.createDirectory(folder.resolve(Picture.FOLDER));
  }

  private void copy(Path file) {
    try {
      Path to = folder.resolve(SMALL.relativize(file));
      Files.createDirectories(to.getParent());
      Files.copy(file, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void shows(String... pictures) throws IOException {
    Path topics = folder.resolve("topics.yaml");
    String named =
        String.join("\n", Arrays.stream(pictures).map(it -> "    - {file: " + it + "}").toList());
    Files.writeString(
        topics,
        Files.readString(topics)
            .replaceFirst("\nsqueak:\n", "\nsqueak:\n  pictures:\n" + named + "\n"));
  }

  private void draw(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(Picture.FOLDER).resolve(name), content);
  }

  private List<String> issues() {
    return switch (ConversationFiles.of(folder).read()) {
      case LoadResult.Read read -> List.of();
      case LoadResult.Refused(List<Issue> issues) ->
          issues.stream().map(issue -> issue.text(Path.of(""))).toList();
    };
  }

  @Test
  void aPictureWithItsTextIsFine() throws IOException {
    shows("dots.png, alt: Two dots");
    draw("dots.png", Files.readAllBytes(DOTS));
    String before = ConversationFiles.of(folder).sha256();

    assertThat(issues()).isEmpty();

    draw("dots.png", Arrays.copyOf(Files.readAllBytes(DOTS), 80));
    assertThat(ConversationFiles.of(folder).sha256()).isNotEqualTo(before);
  }

  @Test
  void aMissingPictureAndAnUnusedOne() throws IOException {
    shows("dot.png, alt: Two dots");
    draw("dots.png", Files.readAllBytes(DOTS));

    assertThat(issues())
        .containsExactly(
            "pictures/dots.png:1: No card shows this picture. Name it under 'pictures' of a"
                + " topic, or take it out.",
            "topics.yaml:3: There is no picture 'dot.png' in pictures/. Did you mean"
                + " 'dots.png'?");
  }

  @Test
  void aPictureWithoutItsText() throws IOException {
    shows("dots.png");
    draw("dots.png", Files.readAllBytes(DOTS));

    assertThat(issues()).containsExactly("topics.yaml:4: 'alt' is missing. Add 'alt:'.");
  }

  @Test
  void anotherFormatTooManyBytesAndTooManyPictures() throws IOException {
    shows("a.png, alt: A", "b.png, alt: B", "c.png, alt: C");
    draw("a.png", "GIF89a".getBytes(StandardCharsets.UTF_8));
    draw("b.png", Arrays.copyOf(Files.readAllBytes(DOTS), (60 << 10) + 1));
    draw("c.png", Files.readAllBytes(DOTS));

    assertThat(issues())
        .containsExactlyInAnyOrder(
            "topics.yaml:3: 'a.png' is not a PNG file. Save it as PNG.",
            "topics.yaml:3: 'b.png' has more than 60 KB. Use fewer colours or pixels.",
            "topics.yaml:3: The card has 3 pictures; 2 are the most. Give another card the rest.");
  }
}
