package backtalk.telegram.outbound;

import backtalk.dialogue.Button;
import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Converts rows of buttons to Telegram's inline keyboards. */
public final class InlineKeyboards {

  private static final String URL_PREFIX = "https://";

  private InlineKeyboards() {}

  /** Returns the keyboard under a message; empty if it has no button. */
  public static Optional<InlineKeyboardMarkup> of(List<List<Button>> rows) {
    List<InlineKeyboardRow> keyboard =
        rows.stream().filter(row -> !row.isEmpty()).map(InlineKeyboards::row).toList();
    return keyboard.isEmpty() ? Optional.empty() : Optional.of(new InlineKeyboardMarkup(keyboard));
  }

  private static InlineKeyboardRow row(List<Button> buttons) {
    return new InlineKeyboardRow(buttons.stream().map(InlineKeyboards::button).toList());
  }

  /** Makes a link of a button whose data is a URL, and a callback button of any other. */
  private static InlineKeyboardButton button(Button button) {
    return button.data().startsWith(URL_PREFIX)
        ? InlineKeyboardButton.builder().text(button.label()).url(button.data()).build()
        : InlineKeyboardButton.builder().text(button.label()).callbackData(button.data()).build();
  }
}
