package backtalk.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddingExceptionTest {

  /** Lists the errors of Java for a native library that is missing, refused, or failed before. */
  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            new UnsatisfiedLinkError("/tmp/x/lib.so: failed to map segment\n\tat line two"),
            "/tmp/x/lib.so: failed to map segment"),
        Arguments.of(
            new ExceptionInInitializerError(new IOException("no room in /tmp")), "no room in /tmp"),
        Arguments.of(
            new NoClassDefFoundError("Could not initialize class ai.onnxruntime.OrtEnvironment"),
            "Could not initialize class ai.onnxruntime.OrtEnvironment"),
        Arguments.of(new UnsatisfiedLinkError(), "UnsatisfiedLinkError"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void eachFailureIsOneLineWithItsReason(Throwable failure, String reason) {
    assertThat(EmbeddingException.ofLoading(failure))
        .message()
        .contains(": " + reason + ". It needs ")
        .contains("java.io.tmpdir")
        .hasLineCount(1);
  }
}
