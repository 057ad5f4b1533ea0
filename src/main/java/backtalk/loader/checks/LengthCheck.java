package backtalk.loader.checks;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Outcome;
import backtalk.conversation.Prompt;
import backtalk.conversation.SourcedText;
import backtalk.conversation.State;
import backtalk.conversation.Topic;
import backtalk.conversation.Urgency;
import backtalk.loader.EnginePhrases;
import backtalk.loader.Issues;
import backtalk.loader.LocatedLine;
import backtalk.loader.TextLimits;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlDocuments;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that no message or button exceeds the limits of Telegram and of a phone's screen. */
public final class LengthCheck implements ConversationCheck {

  @Override
  public void find(Conversation conversation, YamlDocuments yamlDocuments, Issues issues) {
    Run run = new Run(yamlDocuments, issues);
    EnginePhrases.BUTTONS.forEach(
        id -> run.button(conversation.phrases().getOrDefault(id, ""), YamlDocuments.PHRASES, id));
    conversation.machine().facts().values().forEach(run::fact);
    conversation.machine().states().values().forEach(run::state);
    conversation
        .machine()
        .outcomes()
        .values()
        .forEach(outcome -> run.outcome(outcome, conversation.cautions()));
    conversation.topics().values().forEach(run::topic);
  }

  /** Holds the input and the issues of one check. */
  private record Run(YamlDocuments yamlDocuments, Issues issues) {
    void fact(Fact fact) {
      if (!fact.workedOut()) {
        button(fact.words().button(), YamlDocuments.FACTS, fact.id(), "button");
      }
    }

    void state(State state) {
      if (state.prompt() instanceof Prompt.OneOf one) {
        button(one.none(), YamlDocuments.CONVERSATION, "states", state.id(), "none");
      }
    }

    void topic(Topic topic) {
      button(topic.button(), YamlDocuments.TOPICS, topic.id(), "button");
      SourceLocation at = yamlDocuments.locate(YamlDocuments.TOPICS, topic.id(), "says");
      TextLimits.check(text(topic.says()), TextLimits.ANSWER, "The answer", at, issues);
    }

    /**
     * Checks the length of an outcome with all its lines, whatever their conditions: no case is
     * longer.
     */
    void outcome(Outcome outcome, List<SourcedText> cautions) {
      Outcome.Card card = outcome.card();
      List<SourcedText> all =
          Stream.of(
                  outcome.opening().title(),
                  card.means(),
                  card.todo(),
                  card.now(),
                  card.watch(),
                  cautions)
              .flatMap(List::stream)
              .toList();
      SourceLocation at = yamlDocuments.locate(YamlDocuments.OUTCOMES, outcome.id());
      TextLimits.check(text(all), TextLimits.MESSAGE, "The ending", at, issues);
      if (outcome.urgency() == Urgency.EMERGENCY) {
        LocatedLine.title(yamlDocuments, outcome).forEach(this::emergencyTitle);
      }
    }

    private void emergencyTitle(LocatedLine title) {
      TextLimits.check(
          title.line().say(), TextLimits.TITLE, "The title of an emergency", title.at(), issues);
    }

    void button(String label, String file, String... path) {
      TextLimits.check(
          label, TextLimits.BUTTON, "The button", yamlDocuments.locate(file, path), issues);
    }

    private static String text(List<SourcedText> lines) {
      return lines.stream().map(SourcedText::say).collect(Collectors.joining("\n"));
    }
  }
}
