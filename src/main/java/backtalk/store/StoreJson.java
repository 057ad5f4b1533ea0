package backtalk.store;

import backtalk.dialogue.Confirmation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.OpenQuestion;
import backtalk.dialogue.UndoEntry;
import backtalk.dialogue.ports.OutboxMessage.Way;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonAppend;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Converts dialogues, messages and their way of delivery to and from JSON. {@code v} is the version
 * that wrote the body. Unknown fields are ignored, so that replicas of two versions can run side by
 * side. The nested types describe how the JSON differs from the records.
 */
public final class StoreJson {

  private static final int VERSION = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .enumNamingStrategy(EnumNamingStrategies.LOWER_CASE)
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .addMixIn(Dialogue.class, OfDialogue.class)
          .addMixIn(OpenQuestion.class, OfQuestion.class)
          .addMixIn(Confirmation.class, OfConfirmation.class)
          .addMixIn(Confirmation.Retraction.class, OfRetraction.class)
          .addMixIn(Facts.class, OfFacts.class)
          .addMixIn(UndoEntry.class, OfUndo.class)
          .addMixIn(Message.class, OfMessage.class)
          .addMixIn(Way.class, OfWay.class)
          .addMixIn(Way.ReplaceQuestion.class, OfReplace.class)
          .build();

  private static final ObjectWriter WRITER = MAPPER.writer().withAttribute("v", VERSION);

  private StoreJson() {}

  @JsonAppend(attrs = @JsonAppend.Attr("v"), prepend = true)
  @JsonPropertyOrder({"conversation", "begun", "heard", "ending", "asked", "facts", "history"})
  interface OfDialogue {

    @JsonProperty("follow-up")
    Optional<Instant> followUp();

    @JsonProperty("asked")
    OpenQuestion question();

    @JsonProperty("ending")
    Optional<String> shownOutcome();

    /** Sorted, so that equal dialogues have equal bodies. */
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    List<UndoEntry> history();
  }

  interface OfQuestion {

    /** Left out when unknown. */
    @JsonProperty("place")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonSetter(nulls = Nulls.AS_EMPTY)
    String fingerprint();
  }

  /** An unknown kind is read as no confirmation: the next message is interpreted as usual. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(name = "fact", value = Confirmation.OfFact.class),
    @JsonSubTypes.Type(name = "forget", value = Confirmation.Forget.class),
    @JsonSubTypes.Type(name = "start-over", value = Confirmation.StartOver.class),
    @JsonSubTypes.Type(name = "retraction", value = Confirmation.Retraction.class)
  })
  interface OfConfirmation {}

  @JsonPropertyOrder({"at", "before"})
  interface OfRetraction {

    @JsonProperty("before")
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    UndoEntry undo();
  }

  abstract static class OfFacts {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    OfFacts(Map<String, FactValue> values) {}

    @JsonValue
    abstract Map<String, FactValue> values();
  }

  /** Null stands for a fact that was unknown. */
  abstract static class OfUndo {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    OfUndo(Map<String, Optional<FactValue>> before) {}

    @JsonValue
    abstract Map<String, Optional<FactValue>> before();
  }

  @JsonAppend(attrs = @JsonAppend.Attr("v"), prepend = true)
  interface OfMessage {

    @JsonUnwrapped
    FormattedText text();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(name = "send", value = Way.Send.class),
    @JsonSubTypes.Type(name = "replace", value = Way.ReplaceQuestion.class),
    @JsonSubTypes.Type(
        names = {"close", "take-buttons"},
        value = Way.Close.class)
  })
  interface OfWay {}

  interface OfReplace {

    @JsonProperty("message")
    OptionalLong tapped();
  }

  /** Returns a dialogue, a message or a way of delivery as JSON. */
  public static String write(Object value) {
    try {
      return WRITER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
    }
  }

  /** Returns the dialogue of a body; empty when it cannot be read. */
  public static Optional<Dialogue> dialogue(String body) {
    return read(body, Dialogue.class)
        .filter(read -> read.facts().values().values().stream().allMatch(Objects::nonNull));
  }

  /** Returns the message of a body; empty when it cannot be read. */
  public static Optional<Message> message(String body) {
    return read(body, Message.class);
  }

  /** Returns the way of delivery of a body; empty when it cannot be read. */
  public static Optional<Way> way(String body) {
    return read(body, Way.class);
  }

  private static <T> Optional<T> read(String body, Class<T> type) {
    try {
      return Optional.ofNullable(MAPPER.readValue(body, type));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
