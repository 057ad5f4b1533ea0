package backtalk.telegram.outbound;

import backtalk.dialogue.InlineCard;
import backtalk.telegram.api.BotApiClient;
import backtalk.telegram.api.CallResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResult;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultsButton;

/**
 * Answers questions that are typed behind the bot's name in any chat, each in one attempt: while a
 * person types, the next question follows.
 *
 * @param cards gives the cards for a question
 */
public record InlineAnswerer(
    BotApiClient client, Function<String, List<InlineCard>> cards, UnaryOperator<String> phrases) {

  private static final Logger LOG = LoggerFactory.getLogger(InlineAnswerer.class);

  /** The start parameter that begins a check in the private chat. */
  private static final String CHECK = "check";

  /** Answers a question; the button above the cards leads to the private chat. */
  public void answer(String query, String question) {
    List<InlineQueryResult> results = new ArrayList<>();
    if (!question.isBlank()) {
      cards.apply(question).forEach(card -> results.add(result(results.size(), card)));
    }
    AnswerInlineQuery answer = new AnswerInlineQuery(query, results);
    answer.setIsPersonal(true);
    answer.setButton(new InlineQueryResultsButton(phrases.apply("check-privately"), null, CHECK));
    Thread.ofVirtual().name("telegram-inline").start(() -> call(answer));
  }

  private void call(AnswerInlineQuery answer) {
    CallResult result = client.call(answer);
    LOG.debug("an inline query is answered: {}", result);
  }

  private static InlineQueryResult result(int number, InlineCard card) {
    var first = MessageSplitter.of(card.text()).getFirst();
    InputTextMessageContent content = new InputTextMessageContent(first.plain());
    content.setEntities(ApiRequests.entities(first));
    content.setLinkPreviewOptions(ApiRequests.noPreview());
    return new InlineQueryResultArticle("card" + number, card.title(), content);
  }
}
