package backtalk.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.dialogue.BackCracking;
import backtalk.embedding.OnnxEmbedder;
import backtalk.embedding.TrainedModelCache;
import backtalk.understanding.model.TrainedModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However long a text is, the model reads little of it, and the lexicon all. */
class LongTextTest {
  private static final OnnxEmbedder MODEL = OnnxEmbedder.load();
  private static final List<String> EMBEDDED = new ArrayList<>();
  private static final NluPipeline EARS = ears();

  /** As much as Telegram lets through at once. */
  private static final int LONGEST = 4_096;

  private static NluPipeline ears() {
    Conversation conversation = BackCracking.CONVERSATION;
    NluConfig config = NluConfig.of(conversation, MODEL.words());
    TrainedModel model =
        TrainedModelCache.storedIn(Path.of("target/hearing")).loadOrTrain(config, MODEL);
    return new NluPipeline(
        config,
        model,
        text -> {
          EMBEDDED.add(text);
          return MODEL.embed(text);
        });
  }

  @AfterAll
  static void close() {
    MODEL.close();
  }

  @BeforeEach
  void forget() {
    EMBEDDED.clear();
  }

  /** A text in which no sentence is like another, with this one in its middle. */
  private static String longText(String end, String middle) {
    StringBuilder text = new StringBuilder();
    int number = 0;
    while (text.length() < LONGEST - middle.length()) {
      text.append("on day ").append(number++).append(" we went home and had tea").append(end);
      if (number == 60) {
        text.append(middle).append(end);
      }
    }
    return text.toString();
  }

  private static int words() {
    return EMBEDDED.stream().mapToInt(text -> text.split(" ", -1).length).sum();
  }

  @Test
  void theModelReadsABoundedPartOfAnyMessage() {
    for (String end : List.of(". ", ", ", " ", "? ")) {
      EMBEDDED.clear();
      EARS.hear(longText(end, ""), OpenPrompt.NOTHING);

      assertThat(words()).as("words to the model, after each thought: %s", end).isLessThan(900);
      assertThat(EMBEDDED).hasSizeLessThan(60);
    }
  }

  @Test
  void aSignInTheMiddleOfALongTextIsHeard() {
    String text = longText(". ", "i cannot control my bladder");

    assertThat(EARS.hear(text, OpenPrompt.NOTHING).tells())
        .contains(new FactMention("bladder-bowel", Answer.YES));
    assertThat(EARS.hearSigns(text, OpenPrompt.NOTHING).tells())
        .contains(new FactMention("bladder-bowel", Answer.YES));
  }

  @Test
  void signsAndAnswersAloneAreHeardWithoutTheModel() {
    OpenPrompt asked = new OpenPrompt(List.of("swelling"), true);

    assertThat(EARS.hearSigns("i cannot control my bladder", OpenPrompt.NOTHING).tells())
        .contains(new FactMention("bladder-bowel", Answer.YES));
    assertThat(EARS.hearSigns("yes", asked).reply()).contains(AnswerKind.YES);
    assertThat(EARS.hearSigns("not sure", asked).reply()).contains(AnswerKind.UNSURE);
    assertThat(EARS.hearSigns("why does it crack?", OpenPrompt.NOTHING).topics())
        .isEqualTo(new TopicMatch.Declined());
    assertThat(EMBEDDED).isEmpty();
  }
}
