package backtalk.studio;

import backtalk.conversation.Guard;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.javalin.http.BadRequestResponse;
import java.io.IOException;
import java.util.function.Function;

/**
 * Writes records as JSON objects of the same fields: those of the conversation and of its messages
 * as well, so that a new field needs nothing here.
 */
final class StudioJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModules(new Jdk8Module(), new JavaTimeModule())
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private StudioJson() {}

  static byte[] write(Object value) {
    return write(MAPPER, value);
  }

  /** Writes a value in which guards become words. */
  static byte[] write(Object value, Function<Guard, String> words) {
    return write(MAPPER.copy().registerModule(module(words)), value);
  }

  private static byte[] write(ObjectMapper mapper, Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record is not JSON", e);
    }
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new BadRequestResponse("the request is not the JSON that is expected here");
    }
  }

  private static SimpleModule module(Function<Guard, String> words) {
    JsonSerializer<Guard> serializer =
        new JsonSerializer<>() {
          @Override
          public void serialize(Guard guard, JsonGenerator out, SerializerProvider any)
              throws IOException {
            out.writeString(words.apply(guard));
          }
        };
    return new SimpleModule().addSerializer(Guard.class, serializer);
  }
}
