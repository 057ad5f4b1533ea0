package backtalk.studio;

import backtalk.conversation.Conversation;
import backtalk.dialogue.Button;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.telegram.parsing.CommandParser;
import java.util.List;
import java.util.Locale;

/** Defines the JSON of messages: the only place that maps a message's fields for the page. */
final class PhoneJson {
  private PhoneJson() {}

  /** Defines a message as the phone shows it, without its place in the chat. */
  record MessageJson(String kind, String text, List<MarkJson> marks, List<List<ButtonJson>> rows) {}

  /** Defines an emphasised part of a text; offsets count UTF-16 units. */
  record MarkJson(String style, int offset, int length) {}

  /** Defines a button: its label and its callback data. */
  record ButtonJson(String label, String data) {}

  /** Defines a command of the menu. */
  record CommandJson(String name, String description) {}

  static MessageJson of(Message message) {
    return new MessageJson(
        word(message.kind()),
        message.text().plain(),
        message.text().marks().stream().map(PhoneJson::of).toList(),
        message.rows().stream().map(row -> row.stream().map(PhoneJson::of).toList()).toList());
  }

  private static MarkJson of(FormattedText.Mark mark) {
    return new MarkJson(word(mark.style()), mark.offset(), mark.length());
  }

  private static ButtonJson of(Button button) {
    return new ButtonJson(button.label(), button.data());
  }

  static List<CommandJson> commands(Conversation conversation) {
    return CommandParser.MENU.stream()
        .map(name -> new CommandJson(name, conversation.phrase("cmd-" + name)))
        .toList();
  }

  /** Returns the name of a constant as JSON and style sheets write it. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
