package backtalk.library;

import backtalk.conversation.Conversation;
import backtalk.conversation.Expect;
import backtalk.conversation.Fact;
import backtalk.conversation.Level;
import backtalk.conversation.Line;
import backtalk.conversation.Outcome;
import backtalk.conversation.State;
import backtalk.conversation.Topic;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Nothing is too long for Telegram or for a phone. */
final class LengthCheck implements Check {

  @Override
  public void find(Conversation conversation, Trees trees, Issues issues) {
    Look look = new Look(trees, issues);
    PhraseIds.BUTTONS.forEach(
        id -> look.button(conversation.phrases().getOrDefault(id, ""), Trees.PHRASES, id));
    conversation.machine().facts().values().forEach(look::fact);
    conversation.machine().states().values().forEach(look::state);
    conversation
        .machine()
        .outcomes()
        .values()
        .forEach(outcome -> look.outcome(outcome, conversation.cautions()));
    conversation.topics().values().forEach(look::topic);
  }

  /** One look at one conversation. */
  private record Look(Trees trees, Issues issues) {
    void fact(Fact fact) {
      if (!fact.workedOut()) {
        button(fact.words().button(), Trees.FACTS, fact.id(), "button");
      }
    }

    void state(State state) {
      if (state.expect() instanceof Expect.OneOf one) {
        button(one.none(), Trees.CONVERSATION, "states", state.id(), "none");
      }
    }

    void topic(Topic topic) {
      button(topic.button(), Trees.TOPICS, topic.id(), "button");
      Spot at = trees.spot(Trees.TOPICS, topic.id(), "says");
      Limits.check(text(topic.says()), Limits.ANSWER, "The answer", at, issues);
    }

    /** Every line counts, whatever its condition: no case can then be longer. */
    void outcome(Outcome outcome, List<Line> cautions) {
      Outcome.Card card = outcome.card();
      List<Line> all =
          Stream.of(
                  outcome.opening().title(),
                  card.means(),
                  card.todo(),
                  card.now(),
                  card.watch(),
                  cautions)
              .flatMap(List::stream)
              .toList();
      Spot at = trees.spot(Trees.OUTCOMES, outcome.id());
      Limits.check(text(all), Limits.MESSAGE, "The ending", at, issues);
      if (outcome.level() == Level.EMERGENCY) {
        Written.title(trees, outcome).forEach(this::emergencyTitle);
      }
    }

    private void emergencyTitle(Written title) {
      Limits.check(
          title.line().say(), Limits.TITLE, "The title of an emergency", title.at(), issues);
    }

    void button(String label, String file, String... path) {
      Limits.check(label, Limits.BUTTON, "The button", trees.spot(file, path), issues);
    }

    private static String text(List<Line> lines) {
      return lines.stream().map(Line::say).collect(Collectors.joining("\n"));
    }
  }
}
