package backtalk.understanding;

import backtalk.understanding.text.Normaliser;
import backtalk.understanding.text.Sentence;
import java.util.List;

/**
 * Holds one reading of a message in its normalised forms.
 *
 * @param text the reading as typed
 * @param sentences the message as questions and statements
 * @param answer the message as one answer
 * @param plain the words of all sentences as one text
 */
record Utterance(String text, List<Sentence> sentences, Sentence answer, String plain) {

  Utterance {
    sentences = List.copyOf(sentences);
  }

  static Utterance of(String text, Normaliser normaliser) {
    List<Sentence> sentences = normaliser.sentences(text);
    String plain = String.join(" ", sentences.stream().map(Sentence::plain).toList());
    return new Utterance(text, sentences, normaliser.answer(text), plain);
  }
}
