package backtalk.cli;

import backtalk.library.Reading;
import backtalk.library.Spot;
import backtalk.proof.Changeover;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What becomes of dialogues saved under an older version of a conversation, in words. */
record AgainstReport(Path oldFolder, Reading.Read old, Changeover changeover) {

  /** Compares the version of a folder with the one that follows it. */
  static AgainstReport of(Path oldFolder, Reading.Read now) {
    Reading.Read old = Shelf.older(oldFolder);
    return new AgainstReport(oldFolder, old, Changeover.of(old.conversation(), now.conversation()));
  }

  /** A line for each fact that would be lost; none where every dialogue goes on. */
  List<String> lost() {
    return changeover.lost().stream().map(this::lost).toList();
  }

  private String lost(String fact) {
    Spot spot = old.locations().fact(fact);
    return "%s:%d: '%s' is gone, and what people told of it would be lost. Name its new id under"
            .formatted(oldFolder.resolve(spot.file()), spot.line(), fact)
        + " 'renamed' in conversation.yaml, or give it up under 'retired'.";
  }

  /** A line for each place in which a dialogue can have been saved. */
  List<String> places() {
    return changeover.places().entrySet().stream().map(AgainstReport::place).toList();
  }

  private static String place(Map.Entry<String, Changeover.Next> place) {
    Changeover.Next next = place.getValue();
    String again = String.join(", ", next.askedAgain());
    if (again.isEmpty()) {
      return "saved in " + place.getKey() + ": goes on";
    }
    return "saved in "
        + place.getKey()
        + ": "
        + (next.goesOn() ? "goes on, or, as its answers are, finds itself" : "finds itself")
        + " in "
        + again
        + " and is told so";
  }
}
