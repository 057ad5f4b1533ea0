package backtalk.cli;

import backtalk.conversation.Machine;
import backtalk.conversation.Transition;
import backtalk.conversation.Walk;
import backtalk.library.Locations;
import backtalk.library.Spot;
import java.nio.file.Path;
import java.util.List;

/**
 * What no test reached, in words for its author: a line each, with its place.
 *
 * @param folder where the conversation's files are
 */
record Gaps(Path folder, Machine machine, Locations locations) {

  /** The line for a part that no test reached. */
  String line(Part part) {
    Spot at = spot(part);
    return folder.resolve(at.file()) + ":" + at.line() + ": no test " + words(part);
  }

  private Spot spot(Part part) {
    return switch (part) {
      case Part.OfState(String id) -> locations.state(id);
      case Part.OfWay(Walk.Way way) -> locations.way(way);
      case Part.Option(String state, String fact) -> locations.option(state, fact);
      case Part.None(String state) -> locations.none(state);
      case Part.OfOutcome(String id) -> locations.outcome(id);
      case Part.OfTopic(String id) -> locations.topic(id);
    };
  }

  private String words(Part part) {
    return switch (part) {
      case Part.OfState(String id) -> "reaches the state " + id;
      case Part.OfWay(Walk.Way way) -> "takes the way " + words(way);
      case Part.Option(String state, String fact) ->
          "answers yes to " + fact + " when " + state + " asks";
      case Part.None(String state) -> "answers none of these when " + state + " asks";
      case Part.OfOutcome(String id) -> "ends in " + id;
      case Part.OfTopic(String id) -> "comes to the topic " + id;
    };
  }

  private String words(Walk.Way way) {
    List<Transition> ways =
        way.from().equals(Walk.Way.ANYWHERE)
            ? machine.anywhere()
            : machine.state(way.from()).then();
    String words = "from " + way.from() + " to " + ways.get(way.index()).to();
    return ways.size() == 1 ? words : words + " (" + ordinal(way.index() + 1) + ")";
  }

  private static String ordinal(int number) {
    boolean teen = number / 10 % 10 == 1;
    String ending =
        switch (teen ? 0 : number % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
    return number + ending;
  }
}
