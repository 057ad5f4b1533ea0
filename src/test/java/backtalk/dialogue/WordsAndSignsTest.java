package backtalk.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.understanding.Heard;
import backtalk.understanding.Reply;
import backtalk.understanding.Telling;
import backtalk.understanding.TopicMatch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What words do to signs, whatever words those were: found by walks, told here in short. */
class WordsAndSignsTest {

  private static final Conversation CONVERSATION = BackCracking.CONVERSATION;
  private static final Heard NOTHING =
      new Heard(
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          new TopicMatch.Declined(),
          Optional.empty());

  private final Engine engine = new Engine(CONVERSATION);
  private Instant now = Instant.parse("2026-01-05T08:00:00Z");
  private Dialogue dialogue =
      engine.turn(engine.begin(now), new Meaning.Command(Verb.CHECK, ""), now).dialogue();

  private Turn says(Input.Manner manner, Heard heard) {
    now = now.plusSeconds(7);
    Turn turn = engine.turn(dialogue, new Meaning.Words("words", manner, heard), now);
    dialogue = turn.dialogue();
    return turn;
  }

  private Turn says(Heard heard) {
    return says(Input.Manner.TYPED, heard);
  }

  private static Heard tells(Telling... tells) {
    return new Heard(
        List.of(tells),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        new TopicMatch.Declined(),
        Optional.empty());
  }

  private static Heard doubting(Heard heard, String fact) {
    return new Heard(
        heard.tells(),
        List.of(fact),
        Optional.empty(),
        heard.reply(),
        heard.topics(),
        Optional.empty());
  }

  private static Heard answering(Heard heard, Reply reply) {
    return new Heard(
        heard.tells(),
        heard.doubts(),
        Optional.empty(),
        Optional.of(reply),
        heard.topics(),
        Optional.empty());
  }

  private Optional<Answer> fact(String fact) {
    return dialogue.facts().answer(fact);
  }

  @Test
  void twoEmergencySignsAreNotDeniedAtOnce() {
    says(tells(new Telling("bladder-bowel", Answer.YES), new Telling("both-legs", Answer.YES)));

    Turn turn =
        says(tells(new Telling("bladder-bowel", Answer.NO), new Telling("both-legs", Answer.NO)));

    assertThat(turn.gist().place()).isEqualTo("emergency");
  }

  @Test
  void aDoubtThatAnEmergencyKeptBackIsNotAnsweredByTheNextNo() {
    says(doubting(tells(new Telling("saddle-numbness", Answer.YES)), "bladder-bowel"));

    says(answering(NOTHING, Reply.NO));

    assertThat(fact("bladder-bowel")).isEmpty();
  }

  @Test
  void noneOfTheseDoesNotDenyWhatIsDoubtedInTheSameBreath() {
    says(answering(NOTHING, Reply.NONE));
    says(answering(NOTHING, Reply.NONE));

    says(answering(tells(new Telling("severe-or-worsening-pain", Answer.UNSURE)), Reply.NONE));

    assertThat(fact("severe-or-worsening-pain")).contains(Answer.UNSURE);
  }

  @Test
  void wordsPassedOnBeginNothingAnew() {
    says(tells(new Telling("swelling", Answer.YES)));

    says(Input.Manner.FORWARDED, NOTHING.doing(Optional.of(Verb.START_OVER.word())));

    assertThat(fact("swelling")).contains(Answer.YES);
  }

  @Test
  void overTheFloodLimitAYesToTheOpenQuestionCountsAndANoDoesNot() {
    says(tells(new Telling("bladder-bowel", Answer.NO)));
    says(doubting(NOTHING, "saddle-numbness"));

    Turn no = says(Input.Manner.FLOOD, answering(NOTHING, Reply.NO));
    assertThat(no.messages()).isEmpty();
    assertThat(fact("saddle-numbness")).isEmpty();

    Turn yes = says(Input.Manner.FLOOD, answering(NOTHING, Reply.YES));
    assertThat(fact("saddle-numbness")).contains(Answer.YES);
    assertThat(yes.gist().action()).isEqualTo(Action.EMERGENCY);
    assertThat(yes.messages()).hasSize(1);
  }

  @Test
  void overTheFloodLimitADoubtIsAskedOnce() {
    assertThat(says(Input.Manner.FLOOD, doubting(NOTHING, "saddle-numbness")).messages())
        .hasSize(1);

    assertThat(says(Input.Manner.FLOOD, doubting(NOTHING, "saddle-numbness")).messages()).isEmpty();
    assertThat(says(Input.Manner.FLOOD, doubting(NOTHING, "swelling")).messages()).isEmpty();
    assertThat(says(Input.Manner.FLOOD, doubting(NOTHING, "bladder-bowel")).messages()).hasSize(1);
  }

  @Test
  void wordsPassedOnOverTheFloodLimitAreAskedAndSetNothing() {
    Heard told = tells(new Telling("bladder-bowel", Answer.YES));

    assertThat(says(Input.Manner.FORWARDED_FLOOD, told).messages()).hasSize(1);
    assertThat(fact("bladder-bowel")).isEmpty();
    assertThat(says(Input.Manner.FORWARDED_FLOOD, told).messages()).isEmpty();
    assertThat(says(Input.Manner.FORWARDED_FLOOD, NOTHING).messages()).isEmpty();
  }
}
