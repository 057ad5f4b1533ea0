package backtalk.loader.checks;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Source;
import backtalk.conversation.State;
import backtalk.conversation.Topic;
import backtalk.loader.Issues;
import backtalk.loader.LocatedLine;
import backtalk.loader.TextLimits;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlDocuments;

/** Checks that no name, question or line is too long to read at a glance. */
public final class TextLengthCheck implements ConversationCheck {

  @Override
  public void find(Conversation conversation, YamlDocuments yamlDocuments, Issues issues) {
    Run run = new Run(yamlDocuments, issues);
    run.name(conversation.about().title(), YamlDocuments.CONVERSATION, "title");
    conversation.machine().states().values().forEach(run::state);
    conversation.machine().facts().values().forEach(run::fact);
    conversation.topics().values().forEach(run::topic);
    conversation.sources().sources().values().forEach(run::source);
    LocatedLine.ofQuestions(conversation, yamlDocuments)
        .forEach(locatedLine -> run.line(locatedLine, TextLimits.REASON));
    LocatedLine.ofAnswers(conversation, yamlDocuments)
        .forEach(locatedLine -> run.line(locatedLine, TextLimits.LINE));
  }

  /** Holds the input and the issues of one check. */
  private record Run(YamlDocuments yamlDocuments, Issues issues) {
    void state(State state) {
      State.Question words = state.question();
      check(words.title(), TextLimits.STATE_TITLE, "The title", ofState(state, "title"));
      check(words.say(), TextLimits.QUESTION, "The question", ofState(state, "say"));
    }

    void fact(Fact fact) {
      name(fact.words().name(), YamlDocuments.FACTS, fact.id(), "name");
      SourceLocation ask = yamlDocuments.locate(YamlDocuments.FACTS, fact.id(), "ask");
      check(fact.words().ask(), TextLimits.QUESTION, "The question", ask);
    }

    void topic(Topic topic) {
      SourceLocation asks = yamlDocuments.locate(YamlDocuments.TOPICS, topic.id(), "asks");
      check(topic.asks(), TextLimits.NAME, "The question", asks);
    }

    void source(Source source) {
      name(source.title(), YamlDocuments.SOURCES, "sources", source.id(), "title");
      name(source.name(), YamlDocuments.SOURCES, "sources", source.id(), "short");
      source
          .sections()
          .forEach(
              (id, title) ->
                  name(title, YamlDocuments.SOURCES, "sources", source.id(), "sections", id));
    }

    void name(String name, String file, String... path) {
      check(name, TextLimits.NAME, "The name", yamlDocuments.locate(file, path));
    }

    void line(LocatedLine locatedLine, int longest) {
      check(locatedLine.line().say(), longest, "The line", locatedLine.at());
    }

    private SourceLocation ofState(State state, String key) {
      return yamlDocuments.locate(YamlDocuments.CONVERSATION, "states", state.id(), key);
    }

    private void check(String text, int longest, String what, SourceLocation at) {
      TextLimits.check(text, longest, what, at, issues);
    }
  }
}
