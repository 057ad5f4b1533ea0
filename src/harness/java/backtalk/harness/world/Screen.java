package backtalk.harness.world;

import java.util.List;

/** What a call changes on somebody's screen. */
record Screen(World world, Person person) {
  private static final String BOT =
      "\"from\":{\"id\":7000000001,\"is_bot\":true,\"first_name\":\"Backtalk\",\"username\":\"BacktalkTestBot\"}";
  private static final String UNCHANGED =
      "Bad Request: message is not modified: specified new message content and reply markup are"
          + " exactly the same as a current content and reply markup of the message";

  /** Does what is asked; Telegram's answer. */
  String show(String method, Fields asked) {
    return switch (method) {
      case "sendmessage" -> sent(asked);
      case "editmessagetext" -> edited(asked);
      default -> bared(asked);
    };
  }

  private String sent(Fields asked) {
    long id = world.crowd.nextMessage();
    return told("send", id, look(asked), asked);
  }

  private String edited(Fields asked) {
    long id = asked.number("message_id", 0);
    int look = look(asked);
    if (id == person.shownId && look == person.shownLook && look != 0) {
      world.figures.happened("not modified");
      world.journal.accepted(person.chat, "same", look);
      return Api.error(400, UNCHANGED, "");
    }
    return told("edit", id, look, asked);
  }

  private String told(String kind, long id, int look, Fields asked) {
    world.journal.accepted(person.chat, kind, look);
    String message = message(id, asked);
    List<String> buttons = Api.buttons(asked);
    if (!buttons.isEmpty() || id == person.shownId) {
      person.shown = message;
      person.shownId = id;
      person.shownLook = look;
      person.buttons = buttons;
    }
    if (!buttons.isEmpty()) {
      world.afterHalfARoundTrip(() -> world.crowd.free(person));
    }
    return "{\"ok\":true,\"result\":" + message + "}";
  }

  private String bared(Fields asked) {
    if (asked.number("message_id", 0) == person.shownId) {
      person.buttons = List.of();
    }
    world.journal.accepted(person.chat, "bare", 0);
    return "{\"ok\":true,\"result\":true}";
  }

  /** Only a checker needs it: a call is cheaper without. */
  private int look(Fields asked) {
    return world.journal.isKeeping()
        ? Look.of(Fields.unquoted(asked.raw("text")), Api.buttons(asked))
        : 0;
  }

  private String message(long id, Fields asked) {
    StringBuilder json = new StringBuilder(1_024);
    json.append("{\"message_id\":").append(id).append(',').append(BOT);
    json.append(",\"chat\":").append(person.chatJson());
    json.append(",\"date\":").append(System.currentTimeMillis() / 1_000);
    for (String name : List.of("text", "entities", "reply_markup")) {
      if (!asked.raw(name).isEmpty()) {
        json.append(",\"").append(name).append("\":").append(asked.raw(name));
      }
    }
    return json.append('}').toString();
  }
}
