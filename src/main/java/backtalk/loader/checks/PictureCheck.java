package backtalk.loader.checks;

import backtalk.conversation.Picture;
import backtalk.conversation.Topic;
import backtalk.loader.ClosestName;
import backtalk.loader.PictureFiles;
import backtalk.loader.yaml.SourceLocation;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Checks that every picture of a card is there, is a small PNG and says what it shows, and that no
 * picture is left over.
 */
record PictureCheck(Input input, Map<String, byte[]> pictures) implements ConversationCheck {

  /** Limits the pictures of a card. */
  private static final int MOST = 2;

  /** Limits the text in place of a picture to what is read at a glance. */
  private static final int ALT = 200;

  @Override
  public void find() {
    Set<String> unused = new HashSet<>(pictures.keySet());
    for (Topic topic : conversation().topics().values()) {
      topic.pictures().forEach(picture -> check(picture, at().topic(topic.id(), "pictures")));
      topic.pictures().forEach(picture -> unused.remove(picture.file()));
      if (topic.pictures().size() > MOST) {
        report(
            at().topic(topic.id(), "pictures"),
            "The card has " + topic.pictures().size() + " pictures; " + MOST + " are the most.",
            "Give another card the rest.");
      }
    }
    unused.stream().sorted().forEach(this::reportUnused);
  }

  private void check(Picture picture, SourceLocation at) {
    checkLength(picture.alt(), ALT, "The text in place of the picture", at);
    byte[] content = pictures.get(picture.file());
    if (content == null) {
      report(
          at,
          "There is no picture '" + picture.file() + "' in " + Picture.FOLDER + "/.",
          ClosestName.suggestion(pictures.keySet(), picture.file(), "Put it there."));
    } else if (!PictureFiles.isPng(content)) {
      report(at, "'" + picture.file() + "' is not a PNG file.", "Save it as PNG.");
    } else if (content.length > PictureFiles.MAX_BYTES) {
      report(at, "'" + picture.file() + "' has more than 60 KB.", "Use fewer colours or pixels.");
    }
  }

  private void reportUnused(String file) {
    report(
        new SourceLocation(Picture.FOLDER + "/" + file, 1),
        "No card shows this picture.",
        "Name it under 'pictures' of a topic, or take it out.");
  }
}
