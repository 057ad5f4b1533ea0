package backtalk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Checks that the author's guide defines every promise and no other. */
class PromiseTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z-]+)` \\| .+ \\| (proved|tried|on reading) \\|$");

  @Test
  void theGuideDefinesEachPromiseWithItsVerification() throws IOException {
    String guide = Files.readString(TestConversations.HOME.resolve("conversations/README.md"));

    List<String> rows =
        ROW.matcher(guide).results().map(row -> row.group(1) + " " + row.group(2)).toList();

    assertThat(rows)
        .containsExactlyElementsOf(Arrays.stream(Promise.values()).map(PromiseTest::row).toList());
  }

  private static String row(Promise promise) {
    return promise.word() + " " + promise.verification().words();
  }
}
