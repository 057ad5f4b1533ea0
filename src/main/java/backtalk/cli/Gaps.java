package backtalk.cli;

import backtalk.conversation.Machine;
import backtalk.conversation.Transition;
import backtalk.conversation.Walk;
import backtalk.library.Locations;
import backtalk.library.Reading;
import backtalk.library.Spot;
import java.nio.file.Path;
import java.util.List;

/**
 * What no test reached, in words for its author: a line each, with its place.
 *
 * @param folder where the conversation's files are
 */
record Gaps(Path folder, Machine machine, Locations locations) {

  /** The gaps of a conversation that was read from this folder. */
  static Gaps of(Path folder, Reading.Read read) {
    return new Gaps(folder, read.conversation().machine(), read.locations());
  }

  /** The line for a part that no test reached. */
  String line(Waypoint part) {
    Spot at = spot(part);
    return folder.resolve(at.file()) + ":" + at.line() + ": no test " + words(part);
  }

  private Spot spot(Waypoint part) {
    return switch (part) {
      case Waypoint.OfState(String id) -> locations.state(id);
      case Waypoint.OfWay(Walk.Way way) -> locations.way(way);
      case Waypoint.OfOption(String state, String fact) -> locations.option(state, fact);
      case Waypoint.OfNone(String state) -> locations.none(state);
      case Waypoint.OfOutcome(String id) -> locations.outcome(id);
      case Waypoint.OfTopic(String id) -> locations.topic(id);
    };
  }

  private String words(Waypoint part) {
    return switch (part) {
      case Waypoint.OfState(String id) -> "reaches the state " + id;
      case Waypoint.OfWay(Walk.Way way) -> "takes the way " + words(way);
      case Waypoint.OfOption(String state, String fact) ->
          "answers yes to " + fact + " when " + state + " asks";
      case Waypoint.OfNone(String state) -> "answers none of these when " + state + " asks";
      case Waypoint.OfOutcome(String id) -> "ends in " + id;
      case Waypoint.OfTopic(String id) -> "comes to the topic " + id;
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
