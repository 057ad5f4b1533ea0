package backtalk.harness;

import java.util.ArrayList;
import java.util.List;

/**
 * What the world saw.
 *
 * @param updates everything that people did
 * @param calls what Telegram carried out, in order
 */
record WorldLog(List<Handed> updates, List<Call> calls) {

  /** What a person did, in which chat, and whether the bot confirmed it. */
  record Handed(long id, long chat, boolean confirmed) {}

  /**
   * A call.
   *
   * @param look stands for text and buttons
   * @param answered whether its answer reached the bot's machine
   * @param at when, in milliseconds of the epoch
   */
  record Call(long chat, String method, int look, boolean answered, long at) {

    /** Whether it asked for what stood there already, which nobody sees. */
    boolean isNothingNew() {
      return method.equals("same");
    }
  }

  /** Reads the lines of the world's journal. */
  static WorldLog read(String journal) {
    List<Handed> updates = new ArrayList<>();
    List<Call> calls = new ArrayList<>();
    journal
        .lines()
        .map(line -> line.split(" ", -1))
        .forEach(
            words -> {
              if (words[0].equals("update")) {
                updates.add(
                    new Handed(
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
