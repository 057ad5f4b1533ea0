package backtalk.dialogue;

import backtalk.conversation.Conversation;
import backtalk.conversation.Level;
import backtalk.conversation.Line;
import backtalk.conversation.Topic;
import java.util.ArrayList;
import java.util.List;

/** Sets out the answers to questions. */
final class TopicCards {

  /** How many questions are offered under a card. */
  private static final int ALSO = 3;

  private final Conversation conversation;
  private final Phrasebook phrases;
  private final SourceLine sources;

  TopicCards(Conversation conversation) {
    this.conversation = conversation;
    this.phrases = new Phrasebook(conversation);
    this.sources = new SourceLine(conversation.sources());
  }

  /** The answer to a question; exercises are withheld while a red flag stands. */
  Message card(Topic topic, Standing standing, Asked asked, boolean offerCheck) {
    Sheet sheet = new Sheet(phrases).title(topic.asks());
    if (topic.movements() && standing.redFlag()) {
      sheet.words(phrases.say("withheld"));
    } else {
      answer(sheet, topic, standing);
    }
    List<List<Choice>> rows = new ArrayList<>(rows(also(topic)));
    if (!rows.isEmpty()) {
      sheet.words(phrases.say("also-heading"));
    }
    if (offerCheck) {
      rows.add(List.of(phrases.choice("check", Verb.CHECK)));
    }
    return new Message(Message.Kind.NOTE, sheet.text(), Choice.buttons(rows, asked));
  }

  private void answer(Sheet sheet, Topic topic, Standing standing) {
    Level level = standing.level().orElse(Level.REASSURE);
    List<Line> said =
        topic.says().stream().filter(line -> line.holds(standing.facts(), level)).toList();
    sheet.paragraph(said);
    if (topic.movements()) {
      sheet.headed("cautions-heading", conversation.cautions());
    }
    sheet.sources(sources);
  }

  private List<Topic> also(Topic topic) {
    return topic.also().stream().limit(ALSO).map(conversation.topics()::get).toList();
  }

  /** Topics as buttons. */
  List<List<Choice>> rows(List<Topic> topics) {
    return Questions.pairs(
        topics.stream()
            .map(topic -> new Choice(topic.button(), new Tap.Choose(topic.id())))
            .toList());
  }

  /** The topics that fit what was told; no movements while a red flag stands. */
  List<List<Choice>> explaining(Standing standing) {
    return rows(
        conversation.topics().values().stream()
            .filter(topic -> topic.explains().filter(g -> g.holds(standing.facts())).isPresent())
            .filter(topic -> !topic.movements() || !standing.redFlag())
            .limit(ALSO)
            .toList());
  }

  /** Why we ask, or what is meant: lines with their sources. */
  Text page(String heading, List<Line> lines) {
    return new Sheet(phrases).headed(heading, lines).sources(sources).text();
  }
}
