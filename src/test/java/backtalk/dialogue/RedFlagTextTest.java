package backtalk.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.Meaning;
import backtalk.understanding.AnswerKind;
import backtalk.understanding.FactMention;
import backtalk.understanding.NluResult;
import backtalk.understanding.TopicMatch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests how text changes red flags. Random walks found these cases. */
class RedFlagTextTest {

  private static final Conversation CONVERSATION = BackCracking.CONVERSATION;
  private static final NluResult NOTHING =
      new NluResult(
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          new TopicMatch.Declined(),
          Optional.empty());

  private final Engine engine = new Engine(CONVERSATION);
  private Instant now = Instant.parse("2026-01-05T08:00:00Z");
  private Dialogue dialogue =
      engine.turn(engine.begin(now), new Meaning.Command(CommandKind.CHECK, ""), now).dialogue();

  private Turn says(Input.Manner manner, NluResult result) {
    now = now.plusSeconds(7);
    Turn turn = engine.turn(dialogue, new Meaning.Words("words", manner, result), now);
    dialogue = turn.dialogue();
    return turn;
  }

  private Turn says(NluResult result) {
    return says(Input.Manner.TYPED, result);
  }

  private static NluResult mentions(FactMention... mentions) {
    return new NluResult(
        List.of(mentions),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        new TopicMatch.Declined(),
        Optional.empty());
  }

  private static NluResult doubting(NluResult result, String fact) {
    return new NluResult(
        result.mentions(),
        List.of(fact),
        Optional.empty(),
        result.reply(),
        result.topics(),
        Optional.empty());
  }

  private static NluResult answering(NluResult result, AnswerKind answerKind) {
    return new NluResult(
        result.mentions(),
        result.doubts(),
        Optional.empty(),
        Optional.of(answerKind),
        result.topics(),
        Optional.empty());
  }

  private Optional<Answer> fact(String fact) {
    return dialogue.facts().answer(fact);
  }

  @Test
  void oneTextCannotDenyTwoEmergencySigns() {
    says(
        mentions(
            new FactMention("bladder-bowel", Answer.YES),
            new FactMention("both-legs", Answer.YES)));

    Turn turn =
        says(
            mentions(
                new FactMention("bladder-bowel", Answer.NO),
                new FactMention("both-legs", Answer.NO)));

    assertThat(turn.gist().place()).isEqualTo("emergency");
  }

  @Test
  void theNextNoDoesNotAnswerADoubtThatAnEmergencyPostponed() {
    says(doubting(mentions(new FactMention("saddle-numbness", Answer.YES)), "bladder-bowel"));

    says(answering(NOTHING, AnswerKind.NO));

    assertThat(fact("bladder-bowel")).isEmpty();
  }

  @Test
  void noneOfTheseDoesNotDenyAFactDoubtedInTheSameText() {
    says(answering(NOTHING, AnswerKind.NONE));
    says(answering(NOTHING, AnswerKind.NONE));

    says(
        answering(
            mentions(new FactMention("severe-or-worsening-pain", Answer.UNSURE)), AnswerKind.NONE));

    assertThat(fact("severe-or-worsening-pain")).contains(Answer.UNSURE);
  }

  @Test
  void forwardedTextDoesNotStartOver() {
    says(mentions(new FactMention("swelling", Answer.YES)));

    says(Input.Manner.FORWARDED, NOTHING.withVerb(Optional.of(CommandKind.START_OVER.word())));

    assertThat(fact("swelling")).contains(Answer.YES);
  }

  @Test
  void overTheFloodLimitAYesToTheOpenQuestionCountsAndANoDoesNot() {
    says(mentions(new FactMention("bladder-bowel", Answer.NO)));
    says(doubting(NOTHING, "saddle-numbness"));

    Turn no = says(Input.Manner.FLOOD, answering(NOTHING, AnswerKind.NO));
    assertThat(no.messages()).isEmpty();
    assertThat(fact("saddle-numbness")).isEmpty();

    Turn yes = says(Input.Manner.FLOOD, answering(NOTHING, AnswerKind.YES));
    assertThat(fact("saddle-numbness")).contains(Answer.YES);
    assertThat(yes.gist().kind()).isEqualTo(TurnKind.EMERGENCY);
    assertThat(yes.messages()).hasSize(1);
  }

  @Test
  void overTheFloodLimitAYesErasesNothing() {
    says(mentions(new FactMention("saddle-numbness", Answer.YES)));
    for (CommandKind clears : List.of(CommandKind.FORGET, CommandKind.START_OVER)) {
      now = now.plusSeconds(7);
      dialogue = engine.turn(dialogue, new Meaning.Command(clears, ""), now).dialogue();

      Turn turn = says(Input.Manner.FLOOD, answering(NOTHING, AnswerKind.YES));

      assertThat(turn.forgets()).isFalse();
      assertThat(fact("saddle-numbness")).contains(Answer.YES);
    }
  }

  @Test
  void whatIsEditedOverTheFloodLimitAnswersNothingAndAlarms() {
    says(doubting(NOTHING, "saddle-numbness"));

    says(Input.Manner.EDITED_FLOOD, answering(NOTHING, AnswerKind.YES));
    assertThat(fact("saddle-numbness")).isEmpty();
    assertThat(says(Input.Manner.EDITED_FLOOD, doubting(NOTHING, "saddle-numbness")).messages())
        .isEmpty();

    Turn told =
        says(Input.Manner.EDITED_FLOOD, mentions(new FactMention("bladder-bowel", Answer.YES)));
    assertThat(told.gist().kind()).isEqualTo(TurnKind.EMERGENCY);
  }

  @Test
  void editedWordsAreNoButtonOverTheFloodLimit() {
    Chat chat = new Chat(CONVERSATION);
    chat.says("my legs feel funny");

    for (String text : List.of("Yes", "yes i like it here")) {
      chat.take(new Input.Said(text, Input.Manner.EDITED_FLOOD));

      assertThat(chat.last().messages()).isEmpty();
      assertThat(chat.dialogue.facts()).isEqualTo(Facts.NONE);
    }
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
  void forwardedTextOverTheFloodLimitIsAskedAndRecordsNothing() {
    NluResult mentioned = mentions(new FactMention("bladder-bowel", Answer.YES));

    assertThat(says(Input.Manner.FORWARDED_FLOOD, mentioned).messages()).hasSize(1);
    assertThat(fact("bladder-bowel")).isEmpty();
    assertThat(says(Input.Manner.FORWARDED_FLOOD, mentioned).messages()).isEmpty();
    assertThat(says(Input.Manner.FORWARDED_FLOOD, NOTHING).messages()).isEmpty();
  }
}
