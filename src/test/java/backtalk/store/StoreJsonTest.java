package backtalk.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.dialogue.Button;
import backtalk.dialogue.Confirmation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.OpenQuestion;
import backtalk.dialogue.UndoEntry;
import backtalk.dialogue.ports.OutboxMessage.Way;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks the JSON of the store against files that version 1 wrote. The files are never changed, so
 * that later versions can read data of version 1.
 */
class StoreJsonTest {

  private static final Instant HEARD = Instant.parse("2026-03-01T12:00:00.123456789Z");
  private static final FactValue NO =
      new FactValue(Answer.NO, Instant.parse("2026-03-01T11:59:00Z"));
  private static final FactValue UNSURE =
      new FactValue(Answer.UNSURE, Instant.parse("2026-03-01T11:58:00Z"));
  private static final FactValue SKIPPED =
      new FactValue(Answer.SKIPPED, Instant.parse("2026-03-01T11:57:00Z"));

  private static final Dialogue FULL =
      new Dialogue(
          "a1b2c3",
          facts(),
          true,
          new OpenQuestion(
              "k3v9",
              7,
              Optional.of(new Confirmation.OfFact("trauma")),
              Optional.of("red-flags"),
              ""),
          List.of(
              new UndoEntry(Map.of("trauma", Optional.empty(), "swelling", Optional.of(UNSURE))),
              new UndoEntry(Map.of())),
          Optional.of("self-care:stiff-or-sore"),
          HEARD);

  private static final Message MESSAGE =
      new Message(
          Message.Kind.QUESTION,
          new FormattedText(
              "Does it \"hurt\"?\n\uD83E\uDDB4",
              List.of(
                  new FormattedText.Mark(FormattedText.Style.BOLD, 0, 4),
                  new FormattedText.Mark(FormattedText.Style.ITALIC, 5, 2),
                  new FormattedText.Mark(FormattedText.Style.QUOTE, 8, 6))),
          List.of(
              List.of(
                  new Button("Yes", "k3v9.7.a:trauma:y"), new Button("No", "k3v9.7.a:trauma:n")),
              List.of(new Button("Skip", "k3v9.7.r:s"))));

  /** Not in alphabetical order, which must not matter. */
  private static Facts facts() {
    Map<String, FactValue> values = new LinkedHashMap<>();
    values.put("trauma", NO);
    values.put("swelling", UNSURE);
    values.put("both-legs", SKIPPED);
    return new Facts(values);
  }

  @Test
  void dialoguesOfVersionOneAreRead() {
    Optional<Dialogue> read = StoreJson.dialogue(golden("dialogue-v1.json"));

    assertThat(read).contains(FULL);
    assertThat(read.orElseThrow().facts().values().keySet())
        .containsExactly("trauma", "swelling", "both-legs");
  }

  @Test
  void dialoguesAreWrittenAsVersionOne() {
    assertSameJson(StoreJson.write(FULL), golden("dialogue-v1.json"));
  }

  @Test
  void theKindOfAButtonIsReadAndWritten() {
    Message message = MESSAGE.with(List.of(Button.copying("Copy", "My back")));

    assertThat(StoreJson.message(StoreJson.write(message))).contains(message);
  }

  @Test
  void aNewDialogueIsReadAndWritten() {
    Dialogue blank = Dialogue.begin("a1b2c3", HEARD);

    assertThat(StoreJson.dialogue(StoreJson.write(blank))).contains(blank);
  }

  @Test
  void everyConfirmationIsReadAndWritten() {
    Map<String, Confirmation> confirmations =
        Map.of(
            "{\"kind\":\"fact\",\"fact\":\"x\"}",
            new Confirmation.OfFact("x"),
            "{\"kind\":\"retraction\",\"at\":\"2026-03-01T12:00:00.123456789Z\",\"before\":{"
                + "\"x\":null,\"y\":{\"answer\":\"unsure\",\"at\":\"2026-03-01T11:58:00Z\"}}}",
            new Confirmation.Retraction(
                new UndoEntry(Map.of("x", Optional.empty(), "y", Optional.of(UNSURE))), HEARD),
            "{\"kind\":\"forget\"}",
            new Confirmation.Forget(),
            "{\"kind\":\"start-over\"}",
            new Confirmation.StartOver());

    confirmations.forEach(
        (body, confirmation) -> {
          Dialogue asking = asking(Optional.of(confirmation));
          assertThat(StoreJson.write(asking))
              .contains(
                  "\"asked\":{\"nonce\":\"k3v9\",\"step\":7,\"pending\":"
                      + body
                      + ",\"place\":\"0a1b2c3d\"}");
          assertThat(StoreJson.dialogue(StoreJson.write(asking))).contains(asking);
        });
  }

  @Test
  void messagesOfVersionOneAreRead() {
    assertThat(StoreJson.message(golden("message-v1.json"))).contains(MESSAGE);
  }

  @Test
  void messagesAreWrittenAsVersionOne() {
    assertSameJson(StoreJson.write(MESSAGE), golden("message-v1.json"));
  }

  @Test
  void waysOfDeliveryAreReadAndWritten() {
    Map<String, Way> ways =
        Map.of(
            "{\"kind\":\"send\"}", new Way.Send(OptionalLong.empty()),
            "{\"kind\":\"send\",\"reply-to\":17}", new Way.Send(OptionalLong.of(17)),
            "{\"kind\":\"replace\",\"message\":4}",
                new Way.ReplaceQuestion(OptionalLong.of(4), Optional.empty()),
            "{\"kind\":\"replace\",\"answered\":{\"plain\":\"x\",\"marks\":[]}}",
                new Way.ReplaceQuestion(OptionalLong.empty(), Optional.of(FormattedText.of("x"))),
            "{\"kind\":\"close\",\"message\":5}", new Way.Close(5));

    ways.forEach(
        (body, way) -> {
          assertThat(StoreJson.write(way)).isEqualTo(body);
          assertThat(StoreJson.way(body)).contains(way);
        });
    assertThat(StoreJson.way("{\"kind\":\"take-buttons\",\"message\":6}"))
        .as("written by earlier versions")
        .contains(new Way.Close(6));
  }

  @Test
  void fieldsOfANewerVersionAreIgnored() {
    String newer =
        golden("dialogue-v1.json")
            .replace("\"v\": 1", "\"v\": 2, \"mood\": {\"kind\": \"calm\"}")
            .replace("\"step\": 7", "\"step\": 7, \"since\": 3");

    assertThat(StoreJson.dialogue(newer)).contains(FULL);
  }

  @Test
  void aConfirmationOfANewerVersionIsDropped() {
    String newer = golden("dialogue-v1.json").replace("\"kind\": \"fact\"", "\"kind\": \"guess\"");

    assertThat(StoreJson.dialogue(newer).orElseThrow().question().pending()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not JSON",
        "null",
        "[]",
        "{}",
        "{\"v\":1,\"conversation\":\"x\"}",
      })
  void anInvalidBodyIsNotRead(String body) {
    assertThat(StoreJson.dialogue(body)).isEmpty();
    assertThat(StoreJson.message(body)).isEmpty();
    assertThat(StoreJson.way(body)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "\"begun\": true -> \"begun\": \"yes\"",
        "\"answer\": \"unsure\" -> \"answer\": \"perhaps\"",
        "\"answer\": \"unsure\" -> \"answer\": 1",
        "{\"answer\": \"no\", \"at\": \"2026-03-01T11:59:00Z\"} -> null",
        "\"heard\": \"2026 -> \"heard\": \"one day in 2026",
        "\"step\": 7 -> \"step\": 99999999999",
        "\"history\" -> \"past\""
      })
  void aDialogueOfAnotherShapeIsNotRead(String from, String to) {
    String body = golden("dialogue-v1.json");
    assertThat(body).contains(from);

    assertThat(StoreJson.dialogue(body.replace(from, to))).isEmpty();
  }

  private static Dialogue asking(Optional<Confirmation> pending) {
    OpenQuestion question = new OpenQuestion("k3v9", 7, pending, Optional.empty(), "0a1b2c3d");
    return new Dialogue("a1", Facts.NONE, true, question, List.of(), Optional.empty(), HEARD);
  }

  /** Compares with a file that is indented; the order of the fields counts. */
  private static void assertSameJson(String written, String golden) {
    try {
      assertThat(written).isEqualTo(new ObjectMapper().readTree(golden).toString());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String golden(String name) {
    try (InputStream file = StoreJsonTest.class.getResourceAsStream("/store/" + name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
