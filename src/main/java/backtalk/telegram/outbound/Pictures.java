package backtalk.telegram.outbound;

import backtalk.dialogue.ports.UploadedFiles;
import backtalk.telegram.LogRedaction;
import backtalk.understanding.Sha256;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the pictures of a conversation, and which of them Telegram has.
 *
 * @param contents each PNG file by its name
 * @param uploaded keeps Telegram's id of each file; a failure only costs an upload
 */
public record Pictures(Map<String, byte[]> contents, UploadedFiles uploaded) {

  private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);

  /** Returns the content of a picture; empty when there is none of this name. */
  Optional<byte[]> content(String file) {
    return Optional.ofNullable(contents.get(file));
  }

  /** Returns Telegram's id of the file that an account uploaded for this content. */
  Optional<String> file(long account, byte[] content) {
    return tried(() -> uploaded.find(account, new Sha256().add(content).hex()));
  }

  void uploaded(long account, byte[] content, String file) {
    var unused =
        tried(
            () -> {
              uploaded.put(account, new Sha256().add(content).hex(), file);
              return Optional.empty();
            });
  }

  private static Optional<String> tried(Supplier<Optional<String>> call) {
    try {
      return call.get();
    } catch (RuntimeException storeFails) {
      LOG.warn("an uploaded picture cannot be looked up: {}", LogRedaction.of(storeFails));
      return Optional.empty();
    }
  }
}
