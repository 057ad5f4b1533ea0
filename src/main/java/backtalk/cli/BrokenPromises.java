package backtalk.cli;

import backtalk.library.Locations;
import backtalk.library.Spot;
import backtalk.proof.Part;
import backtalk.proof.Proof;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Broken promises in words for their author: where, what, how to mend it, and who would see it. */
final class BrokenPromises {
  private final Path folder;
  private final Locations locations;

  /** Of the conversation of a folder, whose parts stand there. */
  BrokenPromises(Path folder, Locations locations) {
    this.folder = folder;
    this.locations = locations;
  }

  /** The lines to print; none where every promise holds. */
  List<String> lines(Proof proof) {
    return switch (proof) {
      case Proof.Holds holds -> List.of();
      case Proof.TooLarge(String why) -> List.of(tooLarge(why));
      case Proof.Broken(var extent, List<Proof.BrokenPromise> promises) ->
          promises.stream().flatMap(promise -> lines(promise).stream()).toList();
    };
  }

  private String tooLarge(String why) {
    return folder + ": too large to prove: " + why + "; split it into smaller conversations.";
  }

  private List<String> lines(Proof.BrokenPromise broken) {
    Spot spot = spot(broken.part());
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s:%d: %s %s (%s)"
            .formatted(
                folder.resolve(spot.file()),
                spot.line(),
                broken.what(),
                broken.fix(),
                broken.promise().word()));
    broken.chat().forEach(line -> lines.add("    you: " + line));
    if (!broken.ends().isEmpty()) {
      lines.add("    bot: " + broken.ends());
    }
    return lines;
  }

  private Spot spot(Part part) {
    return switch (part) {
      case Part.OfFact(String id) -> locations.fact(id);
      case Part.OfState(String id) -> locations.state(id);
      case Part.OfWay(var way) -> locations.way(way);
      case Part.OfOption(String state, String fact) -> locations.option(state, fact);
      case Part.OfOutcome(String id) -> locations.outcome(id);
      case Part.OfLine(String outcome, String key, int index) ->
          locations.line(outcome, key, index);
      case Part.OfTopic(String id) -> locations.topic(id);
      case Part.Whole whole -> locations.whole();
    };
  }
}
