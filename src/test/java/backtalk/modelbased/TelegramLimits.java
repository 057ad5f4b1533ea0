package backtalk.modelbased;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.Button;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.Turn;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Asserts Telegram's limits: lengths of texts, buttons and rows, and marks inside the text. */
final class TelegramLimits {
  private static final int TEXT = 4096;
  private static final int DATA = 64;
  private static final int LABEL = 40;
  private static final int ROW = 8;
  private static final int TOAST = 200;

  private TelegramLimits() {}

  static void assertFits(Turn turn) {
    turn.messages().forEach(TelegramLimits::assertFits);
    turn.toast().ifPresent(toast -> assertThat(toast).hasSizeBetween(1, TOAST));
  }

  private static void assertFits(Message message) {
    String plain = message.text().plain();
    assertThat(plain).isNotBlank().hasSizeLessThanOrEqualTo(TEXT);
    for (List<Button> row : message.rows()) {
      assertThat(row).hasSizeBetween(1, ROW);
      row.forEach(TelegramLimits::assertFits);
    }
    message.text().marks().forEach(mark -> assertInside(mark, plain.length()));
  }

  private static void assertFits(Button button) {
    int length = button.data().getBytes(StandardCharsets.UTF_8).length;
    assertThat(length).isBetween(1, button.copies() ? Button.MAX_COPIED : DATA);
    assertThat(button.label()).isNotBlank().hasSizeLessThanOrEqualTo(LABEL);
  }

  private static void assertInside(FormattedText.Mark mark, int length) {
    assertThat(mark.offset()).isNotNegative();
    assertThat(mark.length()).isPositive();
    assertThat(mark.offset() + mark.length()).isLessThanOrEqualTo(length);
  }
}
