package backtalk.understanding.text;

import backtalk.conversation.LanguageData.Slang;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Normalises typed text to a plain form: lower case, no apostrophes, emoji as words, slang
 * expanded, stretched and misspelt words corrected.
 */
public final class Normaliser {

  private static final Pattern TOKEN =
      Pattern.compile("\\d+/\\d+|[\\p{L}\\p{N}]+|[.!?;…\\n]|[,–—]|\\p{So}");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}\\p{So}]+");
  private static final Pattern APOSTROPHES = Pattern.compile("['`´‘’ʼ＇]");
  private static final Pattern DROPPED = Pattern.compile("[\\p{M}\\x{200d}\\x{1F3FB}-\\x{1F3FF}]");
  private static final Pattern STRETCHED = Pattern.compile("(\\p{L})\\1{2,}");

  private static final Set<String> ENDS = Set.of(".", "!", "?", ";", "…", "\n");
  private static final Set<String> BREAKS = Set.of(",", "–", "—");

  /**
   * Matches words that make the number before them a time or an amount, so that "2" does not mean
   * "to".
   */
  private static final Pattern COUNTED =
      Pattern.compile("\\d+|(hour|hr|day|week|wk|month|yr|year|min|time|sec)s?|am|pm|of|or|in|x");

  private final Slang slang;
  private final SpellingCorrector spelling;
  private final Map<String, String> emoji = new LinkedHashMap<>();

  /** Creates a normaliser with these tables. */
  public Normaliser(Slang slang, SpellingCorrector spelling) {
    this.slang = slang;
    this.spelling = spelling;
    slang.emoji().forEach((symbol, words) -> emoji.putIfAbsent(folded(symbol), " " + words + " "));
  }

  /**
   * Returns the plain form of {@code text}, without slang or spelling; empty when it holds no
   * letters, digits or emoji.
   */
  public static String plain(String text) {
    return BETWEEN.matcher(folded(text)).replaceAll(" ").strip();
  }

  /** Returns the words of the plain form. */
  public static List<String> words(String text) {
    String plain = plain(text);
    return plain.isEmpty() ? List.of() : Arrays.asList(plain.split(" "));
  }

  private static String folded(String text) {
    return isPlainAscii(text)
        ? text.replace("'", "").replace("`", "").toLowerCase(Locale.ROOT)
        : foldedUnicode(text);
  }

  /**
   * Returns true for a text of printable ASCII characters and line breaks. Unicode's forms change
   * none of them, and none is hidden.
   */
  private static boolean isPlainAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if ((letter < ' ' && letter != '\n') || letter > '~') {
        return false;
      }
    }
    return true;
  }

  private static String foldedUnicode(String text) {
    // Apostrophes go before NFKC, which would turn a separate accent into a space.
    String joined = APOSTROPHES.matcher(HiddenCharacters.without(text)).replaceAll("");
    String lower = Normalizer.normalize(joined, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return DROPPED.matcher(lower).replaceAll("");
  }

  /**
   * Returns the share, 0 to 1, of the words of {@code text} that are known; 1 when there are none.
   */
  public double knownShare(String text) {
    List<String> words = words(text);
    long known = words.stream().filter(spelling::knows).count();
    return words.isEmpty() ? 1 : (double) known / words.size();
  }

  /** Returns the sentences of a question or a statement; empty when there are no words. */
  public List<Sentence> sentences(String text) {
    return split(tokens(text), slang.question());
  }

  /** Returns the words of all sentences as one text, without punctuation. */
  public String flat(String text) {
    return Sentence.plain(sentences(text));
  }

  /**
   * Returns the whole text as one answer, with the slang of answers: {@code n} is no there, and
   * "and" in a question.
   */
  public Sentence answer(String text) {
    List<Sentence> sentences = split(tokens(text), slang.answer());
    List<String> all = new ArrayList<>();
    for (Sentence sentence : sentences) {
      if (!all.isEmpty()) {
        all.add(Sentence.COMMA);
      }
      all.addAll(sentence.tokens());
    }
    return new Sentence(all, !sentences.isEmpty() && sentences.getLast().asks());
  }

  private List<String> tokens(String text) {
    String withWords = folded(text);
    for (Map.Entry<String, String> entry : emoji.entrySet()) {
      withWords = withWords.replace(entry.getKey(), entry.getValue());
    }
    withWords = withWords.replace("&", " and ").replace("+", " and ").replace("w/", "with ");
    Matcher found = TOKEN.matcher(withWords);
    List<String> tokens = new ArrayList<>();
    while (found.find()) {
      tokens.add(found.group());
    }
    return tokens;
  }

  private List<Sentence> split(List<String> tokens, Map<String, String> slangTable) {
    List<Sentence> sentences = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (ENDS.contains(token)) {
        endSentence(sentences, open, token.equals("?"));
      } else if (BREAKS.contains(token)) {
        open.add(Sentence.COMMA);
      } else {
        open.addAll(expanded(token, i + 1 < tokens.size() ? tokens.get(i + 1) : "", slangTable));
      }
    }
    endSentence(sentences, open, false);
    return sentences;
  }

  private static void endSentence(List<Sentence> sentences, List<String> open, boolean asks) {
    if (open.stream().anyMatch(token -> !token.equals(Sentence.COMMA))) {
      sentences.add(new Sentence(open, asks));
    } else if (asks && !sentences.isEmpty()) {
      sentences.set(sentences.size() - 1, new Sentence(sentences.getLast().tokens(), true));
    }
    open.clear();
  }

  private List<String> expanded(String token, String next, Map<String, String> slangTable) {
    String whole = STRETCHED.matcher(token).find() ? unstretched(token) : token;
    boolean counts = Character.isDigit(token.charAt(0)) && COUNTED.matcher(next).matches();
    String expansion = counts ? null : slangTable.get(whole);
    if (expansion != null) {
      return expansion.isEmpty() ? List.of() : Arrays.asList(expansion.split(" "));
    }
    return List.of(spelling.corrected(whole));
  }

  /**
   * Returns the word with each stretched letter doubled, or single when only that is a known word.
   */
  private String unstretched(String token) {
    String two = STRETCHED.matcher(token).replaceAll("$1$1");
    String one = STRETCHED.matcher(token).replaceAll("$1");
    return !spelling.knows(two) && spelling.knows(one) ? one : two;
  }
}
