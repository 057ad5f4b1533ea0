package backtalk.cli.chattest;

import backtalk.conversation.StateMachine;
import backtalk.conversation.StatePath.TransitionRef;
import backtalk.conversation.Transition;
import backtalk.loader.LoadResult;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.SourceMap;
import java.nio.file.Path;
import java.util.List;

/**
 * Reports each part that no test reached as a line with its source location.
 *
 * @param folder the folder of the conversation's files
 */
public record CoverageReport(Path folder, StateMachine machine, SourceMap sourceMap) {

  /** Creates the report for a conversation that was read from this folder. */
  public static CoverageReport of(Path folder, LoadResult.Read read) {
    return new CoverageReport(folder, read.conversation().machine(), read.sourceMap());
  }

  /** Returns the line for a part that no test reached. */
  public String line(CoverageItem part) {
    SourceLocation at = location(part);
    return folder.resolve(at.file()) + ":" + at.line() + ": no test " + words(part);
  }

  private SourceLocation location(CoverageItem part) {
    return switch (part) {
      case CoverageItem.OfState(String id) -> sourceMap.state(id);
      case CoverageItem.OfTransition(TransitionRef transitionRef) ->
          sourceMap.transition(transitionRef);
      case CoverageItem.OfOption(String state, String fact) -> sourceMap.option(state, fact);
      case CoverageItem.OfDenial(String state) -> sourceMap.none(state);
      case CoverageItem.OfOutcome(String id) -> sourceMap.outcome(id);
      case CoverageItem.OfTopic(String id) -> sourceMap.topic(id);
    };
  }

  private String words(CoverageItem part) {
    return switch (part) {
      case CoverageItem.OfState(String id) -> "reaches the state " + id;
      case CoverageItem.OfTransition(TransitionRef transitionRef) ->
          "takes the way " + words(transitionRef);
      case CoverageItem.OfOption(String state, String fact) ->
          "answers yes to " + fact + " when " + state + " asks";
      case CoverageItem.OfDenial(String state) -> "answers none of these when " + state + " asks";
      case CoverageItem.OfOutcome(String id) -> "ends in " + id;
      case CoverageItem.OfTopic(String id) -> "comes to the topic " + id;
    };
  }

  private String words(TransitionRef transitionRef) {
    List<Transition> transitions =
        transitionRef.from().equals(TransitionRef.ANYWHERE)
            ? machine.anywhere()
            : machine.state(transitionRef.from()).then();
    String words =
        "from " + transitionRef.from() + " to " + transitions.get(transitionRef.index()).to();
    return transitions.size() == 1
        ? words
        : words + " (" + ordinal(transitionRef.index() + 1) + ")";
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
