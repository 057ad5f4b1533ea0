package backtalk.modelbased;

import backtalk.conversation.Position;
import backtalk.conversation.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Adds help steps to generated chats. The first time that a question is asked, it taps "why", "what
 * is meant" and back, and gives the same answer again.
 */
final class HelpSteps {

  private final QuestionModel questionModel;
  private final Set<String> helped = new HashSet<>();

  HelpSteps(QuestionModel questionModel) {
    this.questionModel = questionModel;
  }

  List<GeneratedChat.Line> withHelp(List<PathCover.Step> steps) {
    List<GeneratedChat.Line> lines = new ArrayList<>();
    ModelPosition first = steps.getFirst().from();
    lines.add(tap(questionModel.begin(), first));
    helps(lines, first);
    if (helped.add("back from the first")) {
      lines.add(tap(questionModel.back(), first));
    }
    for (PathCover.Step step : steps) {
      lines.add(line(step));
      if (helps(lines, step.to()) && !step.inputStep().typed() && !asksTheRestOneByOne(step)) {
        lines.add(tap(questionModel.back(), step.from()));
        lines.add(line(step));
      }
    }
    return lines;
  }

  /**
   * Returns true for "not sure" to the rest of a question. It records nothing, and a step back from
   * there takes back the tap on a fact before it.
   */
  private static boolean asksTheRestOneByOne(PathCover.Step step) {
    return step.inputStep().each().isPresent()
        && step.from().position() instanceof Position.Asking(State state, List<String> open)
        && open.size() < state.prompt().facts().size();
  }

  private boolean helps(List<GeneratedChat.Line> lines, ModelPosition at) {
    boolean first = !questionModel.moves(at).isEmpty() && helped.add(questionModel.name(at));
    if (first) {
      questionModel.helpLabels().forEach(label -> lines.add(tap(label, at)));
    }
    return first;
  }

  private GeneratedChat.Line line(PathCover.Step step) {
    InputStep inputStep = step.inputStep();
    return new GeneratedChat.Line(
        inputStep.words(), inputStep.typed(), step.to(), questionModel.screen(step.to()));
  }

  private GeneratedChat.Line tap(String label, ModelPosition at) {
    return new GeneratedChat.Line(label, false, at, questionModel.screen(at));
  }
}
