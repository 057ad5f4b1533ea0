package backtalk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backtalk.conversation.Conversation;
import backtalk.loader.ConversationFiles;
import backtalk.loader.LoadResult;
import backtalk.loader.Patch;
import backtalk.proof.Proof;
import backtalk.proof.TestConversations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks that a cached proof is used only for the same files and program, and only when nobody else
 * can have written it.
 */
class ProofCacheTest {
  private static final Path MISTAKE =
      TestConversations.HOME.resolve(
          "src/test/resources/broken-promises/emergency-not-listened-for.txt");

  @TempDir Path folder;
  private Path conversation;

  @BeforeEach
  void copy() {
    conversation = folder.resolve("conversation");
    TestConversations.copy(TestConversations.JAW, conversation);
  }

  private ProofCache proofs(String program) {
    return new ProofCache(Optional.of(program), List.of(folder.resolve("kept")));
  }

  private Path verdict() {
    return folder.resolve("kept/proved.sha256");
  }

  private Path parsed() {
    return folder.resolve("kept/proved.tree");
  }

  private boolean remembered(String program) {
    return proofs(program).remembered(ConversationFiles.of(conversation)).isPresent();
  }

  private void proveAndBreak() throws IOException {
    BotFactory.proved(conversation, proofs("program"));
    Patch.make(conversation, Files.readAllLines(MISTAKE));
  }

  @Test
  void isRememberedForTheseFilesAndThisProgram() {
    assertThat(remembered("program")).isFalse();

    BotFactory.proved(conversation, proofs("program"));

    assertThat(remembered("program")).isTrue();
    assertThat(remembered("other program")).isFalse();
  }

  @Test
  void filesThatChangedAfterTheProofAreProvedAgain() throws IOException {
    proveAndBreak();

    assertThat(remembered("program")).isFalse();
    assertThatThrownBy(() -> BotFactory.proved(conversation, proofs("program")))
        .isInstanceOf(InvalidConversationException.class);
  }

  @Test
  void aChangeThatKeepsSizeAndTimeIsNoticed() throws IOException {
    BotFactory.proved(conversation, proofs("program"));
    Path facts = conversation.resolve("facts.yaml");
    String text = Files.readString(facts);
    var time = Files.getLastModifiedTime(facts);
    Files.writeString(facts, text.replaceFirst("a", "e"));
    Files.setLastModifiedTime(facts, time);

    assertThat(remembered("program")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "program-", "yes"})
  void aVerdictWithAnotherHashIsRefused(String forged) throws IOException {
    BotFactory.proved(conversation, proofs("program"));

    Files.writeString(verdict(), forged);

    assertThat(remembered("program")).isFalse();
  }

  @Test
  void theFilesAreNotParsedAgain() throws IOException {
    Conversation proved = BotFactory.proved(conversation, proofs("program"));
    byte[] tree = Files.readAllBytes(parsed());

    assertThat(ConversationFiles.of(conversation).readParsed(tree))
        .get(InstanceOfAssertFactories.type(LoadResult.Read.class))
        .returns(proved, LoadResult.Read::conversation);
    assertThat(BotFactory.proved(conversation, proofs("program"))).isEqualTo(proved);
  }

  @Test
  void parsedFilesThatTheVerdictDoesNotNameAreIgnored() throws IOException {
    Conversation proved = BotFactory.proved(conversation, proofs("program"));
    Path other = folder.resolve("other");
    TestConversations.copy(TestConversations.JAW, other);
    Patch.make(other, Files.readAllLines(MISTAKE));
    LoadResult.Read broken = (LoadResult.Read) ConversationFiles.of(other).read();

    Files.write(parsed(), broken.sourceMap().parsed());

    assertThat(remembered("program")).isTrue();
    assertThat(BotFactory.proved(conversation, proofs("program"))).isEqualTo(proved);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tree"})
  void parsedFilesThatAreDamagedAreIgnored(String content) throws IOException {
    Conversation proved = BotFactory.proved(conversation, proofs("program"));

    Files.writeString(parsed(), content);

    assertThat(BotFactory.proved(conversation, proofs("program"))).isEqualTo(proved);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-rw----", "rw----rw-", "rw-r--r--"})
  void aVerdictThatOthersMayAccessIsRefused(String permissions) throws IOException {
    BotFactory.proved(conversation, proofs("program"));

    Files.setPosixFilePermissions(verdict(), PosixFilePermissions.fromString(permissions));

    assertThat(remembered("program")).isFalse();
  }

  @Test
  void aLinkToAVerdictIsRefused() throws IOException {
    BotFactory.proved(conversation, proofs("program"));
    Path elsewhere = Files.move(verdict(), folder.resolve("elsewhere"));

    Files.createSymbolicLink(verdict(), elsewhere);

    assertThat(remembered("program")).isFalse();
  }

  @Test
  void aVerdictIsPrivate() throws IOException {
    BotFactory.proved(conversation, proofs("program"));

    for (Path file : List.of(verdict(), parsed())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    try (var files = Files.list(verdict().getParent())) {
      assertThat(files).containsExactlyInAnyOrder(verdict(), parsed());
    }
  }

  @Test
  void aFailedProofIsNotRemembered() throws IOException {
    Patch.make(conversation, Files.readAllLines(MISTAKE));
    ConversationFiles files = ConversationFiles.of(conversation);

    Proof proof = proofs("program").prove(files, (LoadResult.Read) files.read());

    assertThat(proof).isInstanceOf(Proof.Broken.class);
    assertThat(verdict()).doesNotExist();
  }
}
