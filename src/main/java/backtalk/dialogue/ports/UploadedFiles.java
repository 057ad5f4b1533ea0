package backtalk.dialogue.ports;

import java.util.Optional;

/** Keeps which files a channel has, so that each is uploaded once. */
public interface UploadedFiles {

  /** Returns the channel's id of a file, or empty when the account has not uploaded it. */
  Optional<String> find(long account, String sha256);

  /** Records the channel's id of a file in place of an earlier one. */
  void put(long account, String sha256, String file);
}
