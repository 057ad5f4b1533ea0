package backtalk.telegram;

import backtalk.dialogue.ports.UploadedFiles;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps in memory which files Telegram has. */
final class UploadedInMemory implements UploadedFiles {
  private final Map<String, String> files = new ConcurrentHashMap<>();

  @Override
  public Optional<String> find(long account, String sha256) {
    return Optional.ofNullable(files.get(account + sha256));
  }

  @Override
  public void put(long account, String sha256, String file) {
    files.put(account + sha256, file);
  }
}
