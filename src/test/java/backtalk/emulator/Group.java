package backtalk.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Acts in a group, with topics in a forum. As an administrator the bot sees every message. */
public final class Group extends ChatWindow {
  /** Telegram's account for anonymous administrators. */
  private static final long GROUP_ANONYMOUS_BOT = 1_087_968_824L;

  Group(World world, ObjectNode json) {
    super(world, world.monitor.change(() -> world.open(json)));
  }

  /** Returns the bot's name with {@code @}, for mentions. */
  public static String botName() {
    return "@" + Bot.USERNAME;
  }

  /** Opens a topic of the forum and returns its id, the message thread's. */
  public long topic() {
    return world.monitor.change(chat::openTopic);
  }

  /** Sends a text to the group. */
  public Message says(Person person, String text) {
    return says(person, text, Acts.NO_TOPIC);
  }

  /** Sends a text to a topic. */
  public Message says(Person person, String text, long topic) {
    return writes(person, Acts.text(text), topic);
  }

  /** Replies to a message, in its topic. */
  public Message replies(Person person, Message to, String text) {
    return writes(person, Acts.replyTo(to, Acts.text(text)), to.thread());
  }

  /** Sends a text as an anonymous administrator, whose sender is the group. */
  public Message anonymousAdminSays(String text) {
    ObjectNode content = Acts.text(text);
    ObjectNode from = content.putObject("from").put("id", GROUP_ANONYMOUS_BOT);
    from.put("is_bot", true).put("first_name", "Group").put("username", "GroupAnonymousBot");
    content.set("sender_chat", chat.json());
    acted();
    return acts.write("message", content);
  }

  /** Taps a button of the newest message that has it. */
  public Callback taps(Person person, String label) {
    Message offered = offering(label);
    Button button =
        offered.buttons().stream()
            .filter(one -> one.label().equals(label))
            .findFirst()
            .orElseThrow();
    return tapsAt(person, offered.id(), button.data());
  }

  /** Presses a button with any data. */
  public Callback tapsAt(Person person, long messageId, String callbackData) {
    acted();
    return acts.press(person.user(), messageId, callbackData);
  }

  /** Adds the bot to the group. */
  public void adds(Person person) {
    acts.member(person.user(), false);
  }

  /** Removes the bot from the group. */
  public void kicks(Person person) {
    acts.member(person.user(), true);
  }

  private Message writes(Person person, ObjectNode content, long topic) {
    content.set("from", person.user());
    acted();
    return acts.write("message", Acts.inTopic(topic, content));
  }
}
