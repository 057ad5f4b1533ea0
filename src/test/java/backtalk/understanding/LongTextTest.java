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

/** Tests that the model reads a bounded part of a long text, and the lexicon all of it. */
class LongTextTest {
  private static final OnnxEmbedder MODEL = OnnxEmbedder.load();
  private static final List<String> EMBEDDED = new ArrayList<>();
  private static final NluPipeline PIPELINE = pipeline();

  /** Sets Telegram's limit for one message, in characters. */
  private static final int MAX_LENGTH = 4_096;

  private static NluPipeline pipeline() {
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
  void clearEmbedded() {
    EMBEDDED.clear();
  }

  /** Returns a text of distinct sentences with {@code middle} among them. */
  private static String longText(String end, String middle) {
    StringBuilder text = new StringBuilder();
    int number = 0;
    while (text.length() < MAX_LENGTH - middle.length()) {
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
      PIPELINE.interpret(longText(end, ""), OpenPrompt.NOTHING);

      assertThat(words()).as("words to the model, after each thought: %s", end).isLessThan(900);
      assertThat(EMBEDDED).hasSizeLessThan(60);
    }
  }

  @Test
  void aSignInTheMiddleOfALongTextIsRecorded() {
    String text = longText(". ", "i cannot control my bladder");

    assertThat(PIPELINE.interpret(text, OpenPrompt.NOTHING).mentions())
        .contains(new FactMention("bladder-bowel", Answer.YES));
    assertThat(PIPELINE.interpretByRules(text, OpenPrompt.NOTHING).mentions())
        .contains(new FactMention("bladder-bowel", Answer.YES));
  }

  @Test
  void rulesInterpretSignsAndAnswersWithoutTheModel() {
    OpenPrompt asked = new OpenPrompt(List.of("swelling"), true);

    assertThat(
            PIPELINE.interpretByRules("i cannot control my bladder", OpenPrompt.NOTHING).mentions())
        .contains(new FactMention("bladder-bowel", Answer.YES));
    assertThat(PIPELINE.interpretByRules("yes", asked).reply()).contains(AnswerKind.YES);
    assertThat(PIPELINE.interpretByRules("not sure", asked).reply()).contains(AnswerKind.UNSURE);
    assertThat(PIPELINE.interpretByRules("why does it crack?", OpenPrompt.NOTHING).topics())
        .isEqualTo(new TopicMatch.Declined());
    assertThat(EMBEDDED).isEmpty();
  }
}
