package backtalk.harness;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds the world's record of a run.
 *
 * @param updates all updates that people caused
 * @param calls the calls that Telegram carried out, in order
 */
record WorldLog(List<PostedUpdate> updates, List<Call> calls) {

  /** Holds an update, its chat and whether the bot confirmed it. */
  record PostedUpdate(long id, long chat, boolean confirmed) {}

  /**
   * Holds a call that Telegram carried out.
   *
   * @param hash the hash of text and buttons
   * @param answered true where the answer reached the bot's machine
   * @param at the time, in milliseconds of the epoch
   */
  record Call(long chat, String method, int hash, boolean answered, long at) {

    /** Returns true where the call changed nothing that a person sees. */
    boolean changedNothing() {
      return method.equals("same");
    }
  }

  /** Parses the lines of the world's journal. */
  static WorldLog read(String journal) {
    List<PostedUpdate> updates = new ArrayList<>();
    List<Call> calls = new ArrayList<>();
    journal
        .lines()
        .map(line -> line.split(" ", -1))
        .forEach(
            words -> {
              if (words[0].equals("update")) {
                updates.add(
                    new PostedUpdate(
                        Long.parseLong(words[1]),
                        Long.parseLong(words[2]),
                        Boolean.parseBoolean(words[4])));
              } else {
                calls.add(
                    new Call(
                        Long.parseLong(words[1]),
                        words[2],
                        Integer.parseInt(words[3]),
                        Boolean.parseBoolean(words[4]),
                        Long.parseLong(words[5])));
              }
            });
    return new WorldLog(updates, calls);
  }
}
