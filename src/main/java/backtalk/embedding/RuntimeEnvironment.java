package backtalk.embedding;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds ONNX Runtime's environment, of which a process has exactly one, until the process has
 * ended.
 *
 * <p>The library closes the environment in a shutdown hook, and a model that is loading at that
 * time crashes the process. Native code counts the references, so that a second one keeps the
 * environment open; the public interface offers none.
 */
final class RuntimeEnvironment {

  private static final Logger LOG = LoggerFactory.getLogger(RuntimeEnvironment.class);

  private static final String NAME = "backtalk";
  private static final OrtLoggingLevel LEVEL = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR;

  private RuntimeEnvironment() {}

  /** Returns the environment. */
  static OrtEnvironment get() {
    OrtEnvironment environment = OrtEnvironment.getEnvironment(LEVEL, NAME);
    Held.reference();
    return environment;
  }

  /** Takes the second reference once. */
  private static final class Held {

    private static final long REFERENCE = take();

    static long reference() {
      return REFERENCE;
    }

    private static long take() {
      try {
        Field functions =
            Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
        Method create =
            OrtEnvironment.class.getDeclaredMethod(
                "createHandle", long.class, int.class, String.class);
        functions.setAccessible(true);
        create.setAccessible(true);
        return (long) create.invoke(null, functions.getLong(null), LEVEL.getValue(), NAME);
      } catch (ReflectiveOperationException e) {
        LOG.warn("a stop while the language model is loading may crash: {}", e.toString());
        return 0;
      }
    }
  }
}
