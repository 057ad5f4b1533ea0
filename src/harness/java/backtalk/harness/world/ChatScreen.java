package backtalk.harness.world;

import java.util.List;

/** Applies a call to a person's chat and logs it. */
record ChatScreen(World world, Person person) {
  private static final String BOT =
      "\"from\":{\"id\":7000000001,\"is_bot\":true,\"first_name\":\"Backtalk\",\"username\":\"BacktalkTestBot\"}";
  private static final String UNCHANGED =
      "Bad Request: message is not modified: specified new message content and reply markup are"
          + " exactly the same as a current content and reply markup of the message";

  /** Applies the call and returns Telegram's answer. */
  String show(String method, RequestFields fields) {
    return switch (method) {
      case "sendmessage" -> send(fields);
      case "editmessagetext" -> edit(fields);
      default -> removeButtons(fields);
    };
  }

  private String send(RequestFields fields) {
    long id = world.crowd.nextMessage();
    return apply("send", id, hash(fields), fields);
  }

  private String edit(RequestFields fields) {
    long id = fields.number("message_id", 0);
    int hash = hash(fields);
    if (id == person.shownId && hash == person.shownHash && hash != 0) {
      world.measurements.recordEvent("not modified");
      world.journal.accepted(person.chat, "same", hash);
      return BotApi.error(400, UNCHANGED, "");
    }
    return apply("edit", id, hash, fields);
  }

  private String apply(String kind, long id, int hash, RequestFields fields) {
    world.journal.accepted(person.chat, kind, hash);
    String message = message(id, fields);
    List<String> buttons = BotApi.buttons(fields);
    if (!buttons.isEmpty() || id == person.shownId) {
      person.shown = message;
      person.shownId = id;
      person.shownHash = hash;
      person.buttons = buttons;
    }
    if (!buttons.isEmpty()) {
      world.afterHalfARoundTrip(() -> world.crowd.free(person));
    }
    return "{\"ok\":true,\"result\":" + message + "}";
  }

  private String removeButtons(RequestFields fields) {
    if (fields.number("message_id", 0) == person.shownId) {
      person.buttons = List.of();
    }
    world.journal.accepted(person.chat, "bare", 0);
    return "{\"ok\":true,\"result\":true}";
  }

  /** Returns the content's hash, or 0 where no checker needs it, because calls are then cheaper. */
  private int hash(RequestFields fields) {
    return world.journal.isRecording()
        ? MessageHash.of(RequestFields.unquoted(fields.raw("text")), BotApi.buttons(fields))
        : 0;
  }

  private String message(long id, RequestFields fields) {
    StringBuilder json = new StringBuilder(1_024);
    json.append("{\"message_id\":").append(id).append(',').append(BOT);
    json.append(",\"chat\":").append(person.chatJson());
    json.append(",\"date\":").append(System.currentTimeMillis() / 1_000);
    for (String name : List.of("text", "entities", "reply_markup")) {
      if (!fields.raw(name).isEmpty()) {
        json.append(",\"").append(name).append("\":").append(fields.raw(name));
      }
    }
    return json.append('}').toString();
  }
}
