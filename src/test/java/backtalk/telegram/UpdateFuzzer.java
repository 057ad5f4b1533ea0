package backtalk.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Generates malformed updates: real ones with fields that are missing or changed, or cut short. */
public final class UpdateFuzzer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final List<String> REAL =
      List.of(
          """
          {"update_id":1,"message":{"message_id":7,"date":1,"from":{"id":5,"is_bot":false,
           "first_name":"Kim"},"chat":{"id":5,"type":"private","first_name":"Kim"},
           "text":"/start check","entities":[{"type":"bot_command","offset":0,"length":6}]}}
          """,
          """
          {"update_id":2,"edited_message":{"message_id":7,"date":1,"edit_date":2,"from":{"id":6,
           "is_bot":false,"first_name":"Kim"},"chat":{"id":6,"type":"private"},"text":"it hurts"}}
          """,
          """
          {"update_id":3,"callback_query":{"id":"91","from":{"id":7,"is_bot":false,
           "first_name":"Kim"},"chat_instance":"-4","data":"k3.1.r:n","message":{"message_id":9,
           "date":1,"chat":{"id":7,"type":"private"},"text":"Is any of these true?",
           "reply_markup":{"inline_keyboard":[[{"text":"No","callback_data":"k3.1.r:n"}]]}}}}
          """,
          """
          {"update_id":4,"message":{"message_id":8,"date":1,"from":{"id":8,"is_bot":false,
           "first_name":"Kim"},"chat":{"id":-100,"type":"supergroup","title":"Backs"},
           "message_thread_id":3,"text":"@BacktalkTestBot why does it crack",
           "entities":[{"type":"mention","offset":0,"length":16}],"reply_to_message":{
           "message_id":2,"date":1,"chat":{"id":-100,"type":"supergroup"},"text":"x"}}}
          """,
          """
          {"update_id":5,"my_chat_member":{"chat":{"id":9,"type":"private"},"from":{"id":9,
           "is_bot":false,"first_name":"Kim"},"date":1,"old_chat_member":{"status":"member",
           "user":{"id":7000000001,"is_bot":true,"first_name":"B"}},"new_chat_member":{
           "status":"kicked","until_date":0,"user":{"id":7000000001,"is_bot":true,
           "first_name":"B"}}}}
          """,
          """
          {"update_id":6,"message":{"message_id":8,"date":1,"media_group_id":"44","from":{"id":10,
           "is_bot":false,"first_name":"Kim"},"chat":{"id":10,"type":"private"},"photo":[{
           "file_id":"a","file_unique_id":"b","width":9,"height":9}],"caption":"here"}}
          """);

  private final SplittableRandom dice;

  public UpdateFuzzer(long seed) {
    dice = new SplittableRandom(seed);
  }

  /** Returns the bytes of the next update. It has this id, unless a change removed it. */
  public byte[] next(int update) {
    ObjectNode json = real(REAL.get(dice.nextInt(REAL.size())));
    json.put("update_id", update);
    for (int changes = dice.nextInt(4); changes > 0; changes--) {
      change(json);
    }
    byte[] bytes = json.toString().getBytes(UTF_8);
    return dice.nextInt(10) == 0 ? torn(bytes) : bytes;
  }

  private static ObjectNode real(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Changes one field at any depth. */
  private void change(ObjectNode json) {
    List<ObjectNode> objects = new ArrayList<>();
    gather(json, objects);
    ObjectNode chosen = objects.get(dice.nextInt(objects.size()));
    List<String> names = new ArrayList<>();
    chosen.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty()) {
      return;
    }
    String name = names.get(dice.nextInt(names.size()));
    switch (dice.nextInt(4)) {
      case 0 -> chosen.remove(name);
      case 1 -> chosen.set("new_" + name, chosen.get(name).deepCopy());
      default -> chosen.set(name, odd());
    }
  }

  private static void gather(JsonNode node, List<ObjectNode> objects) {
    if (node instanceof ObjectNode object) {
      objects.add(object);
    }
    node.forEach(inner -> gather(inner, objects));
  }

  private JsonNode odd() {
    return switch (dice.nextInt(9)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.numberNode(dice.nextLong());
      case 2 -> NODES.numberNode(dice.nextInt(-2, 3));
      case 3 -> NODES.booleanNode(dice.nextBoolean());
      case 4 -> NODES.textNode("");
      case 5 -> NODES.textNode(text());
      case 6 -> NODES.arrayNode().add(NODES.nullNode()).add(text());
      case 7 -> NODES.objectNode().put("id", dice.nextLong()).put("type", text());
      default -> deep(1 + dice.nextInt(300));
    };
  }

  private String text() {
    char[] chars = new char[dice.nextInt(60)];
    for (int at = 0; at < chars.length; at++) {
      chars[at] = (char) dice.nextInt(dice.nextBoolean() ? 128 : 0x10000);
    }
    return new String(chars);
  }

  private static JsonNode deep(int levels) {
    ArrayNode outermost = NODES.arrayNode();
    ArrayNode node = outermost;
    for (int level = 0; level < levels; level++) {
      node = node.addArray();
    }
    return outermost;
  }

  private byte[] torn(byte[] bytes) {
    byte[] torn = Arrays.copyOf(bytes, 1 + dice.nextInt(bytes.length));
    for (int flips = dice.nextInt(5); flips > 0; flips--) {
      torn[dice.nextInt(torn.length)] = (byte) dice.nextInt();
    }
    return torn;
  }
}
