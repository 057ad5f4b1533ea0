package backtalk.modelbased;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Weaves into chats what helps with a question: the first time that one is asked, why, what is
 * meant, and back to the question before and here again.
 */
final class HelpSteps {

  private final Asking asking;
  private final Set<String> helped = new HashSet<>();

  HelpSteps(Asking asking) {
    this.asking = asking;
  }

  List<GeneratedChat.Line> woven(List<PathCover.Step> steps) {
    List<GeneratedChat.Line> lines = new ArrayList<>();
    ModelPosition first = steps.getFirst().from();
    lines.add(tap(asking.begin(), first));
    helps(lines, first);
    if (helped.add("back from the first")) {
      lines.add(tap(asking.back(), first));
    }
    for (PathCover.Step step : steps) {
      lines.add(line(step));
      if (helps(lines, step.to()) && !step.inputStep().typed()) {
        lines.add(tap(asking.back(), step.from()));
        lines.add(line(step));
      }
    }
    return lines;
  }

  private boolean helps(List<GeneratedChat.Line> lines, ModelPosition at) {
    boolean first = !asking.moves(at).isEmpty() && helped.add(asking.name(at));
    if (first) {
      asking.aids().forEach(aid -> lines.add(tap(aid, at)));
    }
    return first;
  }

  private GeneratedChat.Line line(PathCover.Step step) {
    InputStep inputStep = step.inputStep();
    return new GeneratedChat.Line(
        inputStep.words(), inputStep.typed(), step.to(), asking.sight(step.to()));
  }

  private GeneratedChat.Line tap(String label, ModelPosition at) {
    return new GeneratedChat.Line(label, false, at, asking.sight(at));
  }
}
