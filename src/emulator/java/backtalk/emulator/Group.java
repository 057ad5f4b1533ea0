package backtalk.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Acts in a group, with topics in a forum. As an administrator the bot sees every message. */
public final class Group extends ChatWindow {
  /** Telegram's account for anonymous administrators. */
  private static final long GROUP_ANONYMOUS_BOT = 1_087_968_824L;

  Group(TelegramState state, ObjectNode json) {
    super(state, state.monitor.change(() -> state.open(json)));
  }

  /** Returns the bot's name with {@code @}, for mentions. */
  public static String botName() {
    return "@" + BotAccount.USERNAME;
  }

  /** Sends a text to the group. */
  public TelegramMessage says(Person person, String text) {
    return says(person, text, ChatEvents.NO_TOPIC);
  }

  /** Sends a text to a topic. */
  public TelegramMessage says(Person person, String text, long topic) {
    return writes(person, ChatEvents.text(text), topic);
  }

  /** Replies to a message, in its topic. */
  public TelegramMessage replies(Person person, TelegramMessage to, String text) {
    return writes(person, ChatEvents.replyTo(to, ChatEvents.text(text)), to.thread());
  }

  /** Sends a text as an anonymous administrator, whose sender is the group. */
  public TelegramMessage anonymousAdminSays(String text) {
    ObjectNode content = ChatEvents.text(text);
    ObjectNode from = content.putObject("from").put("id", GROUP_ANONYMOUS_BOT);
    from.put("is_bot", true).put("first_name", "Group").put("username", "GroupAnonymousBot");
    content.set("sender_chat", chat.json());
    acted();
    return events.write("message", content);
  }

  /** Taps a button of the newest message that has it. */
  public Callback taps(Person person, String label) {
    TelegramMessage offered = offering(label);
    return tapsAt(person, offered.id(), button(offered, label).data());
  }

  /** Presses a button with any data. */
  public Callback tapsAt(Person person, long messageId, String callbackData) {
    acted();
    return events.press(person.user(), messageId, callbackData);
  }

  /** Removes the bot from the group. */
  public void kicks(Person person) {
    events.member(person.user(), true);
  }

  private TelegramMessage writes(Person person, ObjectNode content, long topic) {
    content.set("from", person.user());
    acted();
    return events.write("message", ChatEvents.inTopic(topic, content));
  }
}
