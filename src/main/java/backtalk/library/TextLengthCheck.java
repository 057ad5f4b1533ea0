package backtalk.library;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Source;
import backtalk.conversation.State;
import backtalk.conversation.Topic;

/** No name, question or line is longer than one reads at a glance. */
final class TextLengthCheck implements Check {

  @Override
  public void find(Conversation conversation, Trees trees, Issues issues) {
    Look look = new Look(trees, issues);
    look.name(conversation.about().title(), Trees.CONVERSATION, "title");
    conversation.machine().states().values().forEach(look::state);
    conversation.machine().facts().values().forEach(look::fact);
    conversation.topics().values().forEach(look::topic);
    conversation.sources().sources().values().forEach(look::source);
    Written.ofQuestions(conversation, trees).forEach(written -> look.line(written, Limits.REASON));
    Written.ofAnswers(conversation, trees).forEach(written -> look.line(written, Limits.LINE));
  }

  /** One look at one conversation. */
  private record Look(Trees trees, Issues issues) {
    void state(State state) {
      State.Question words = state.question();
      check(words.title(), Limits.STATE_TITLE, "The title", ofState(state, "title"));
      check(words.say(), Limits.QUESTION, "The question", ofState(state, "say"));
    }

    void fact(Fact fact) {
      name(fact.words().name(), Trees.FACTS, fact.id(), "name");
      Spot ask = trees.spot(Trees.FACTS, fact.id(), "ask");
      check(fact.words().ask(), Limits.QUESTION, "The question", ask);
    }

    void topic(Topic topic) {
      Spot asks = trees.spot(Trees.TOPICS, topic.id(), "asks");
      check(topic.asks(), Limits.NAME, "The question", asks);
    }

    void source(Source source) {
      name(source.title(), Trees.SOURCES, "sources", source.id(), "title");
      name(source.name(), Trees.SOURCES, "sources", source.id(), "short");
      source
          .sections()
          .forEach(
              (id, title) -> name(title, Trees.SOURCES, "sources", source.id(), "sections", id));
    }

    void name(String name, String file, String... path) {
      check(name, Limits.NAME, "The name", trees.spot(file, path));
    }

    void line(Written written, int longest) {
      check(written.line().say(), longest, "The line", written.at());
    }

    private Spot ofState(State state, String key) {
      return trees.spot(Trees.CONVERSATION, "states", state.id(), key);
    }

    private void check(String text, int longest, String what, Spot at) {
      Limits.check(text, longest, what, at, issues);
    }
  }
}
