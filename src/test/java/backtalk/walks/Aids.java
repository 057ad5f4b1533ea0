package backtalk.walks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Weaves into chats what helps with a question: the first time that one is asked, why, what is
 * meant, and back to the question before and here again.
 */
final class Aids {

  private final Asking asking;
  private final Set<String> helped = new HashSet<>();

  Aids(Asking asking) {
    this.asking = asking;
  }

  List<MadeChat.Line> woven(List<Cover.Step> steps) {
    List<MadeChat.Line> lines = new ArrayList<>();
    Position first = steps.getFirst().from();
    lines.add(tap(asking.begin(), first));
    helps(lines, first);
    if (helped.add("back from the first")) {
      lines.add(tap(asking.back(), first));
    }
    for (Cover.Step step : steps) {
      lines.add(line(step));
      if (helps(lines, step.to()) && !step.move().typed()) {
        lines.add(tap(asking.back(), step.from()));
        lines.add(line(step));
      }
    }
    return lines;
  }

  private boolean helps(List<MadeChat.Line> lines, Position at) {
    boolean first = !asking.moves(at).isEmpty() && helped.add(asking.name(at));
    if (first) {
      asking.aids().forEach(aid -> lines.add(tap(aid, at)));
    }
    return first;
  }

  private MadeChat.Line line(Cover.Step step) {
    Move move = step.move();
    return new MadeChat.Line(move.words(), move.typed(), step.to(), asking.sight(step.to()));
  }

  private MadeChat.Line tap(String label, Position at) {
    return new MadeChat.Line(label, false, at, asking.sight(at));
  }
}
