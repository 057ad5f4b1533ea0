package backtalk.app;

import backtalk.loader.yaml.ParsedYaml;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.store.FileAccess;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Stores the hash of the last conversation whose proof held, and its parsed files with their
 * checksum. The file is trusted only when nobody but this process's user can have written it.
 */
record ProofFile(Path path) {

  /** Returns the parsed files if the proof is of exactly this hash and the file is undamaged. */
  Optional<YamlDocuments> parsed(String hash) {
    try {
      return isOurs() ? parsed(hash, Files.readAllBytes(path)) : Optional.empty();
    } catch (IOException absentOrDamaged) {
      return Optional.empty();
    }
  }

  private static Optional<YamlDocuments> parsed(String hash, byte[] file) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
    boolean known = in.readUTF().equals(hash);
    return known && in.readLong() == checksum(file, file.length - in.available())
        ? Optional.of(ParsedYaml.read(in))
        : Optional.empty();
  }

  private static long checksum(byte[] bytes, int from) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, from, bytes.length - from);
    return checksum.getValue();
  }

  private boolean isOurs() throws IOException {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
        && FileAccess.of(path, LinkOption.NOFOLLOW_LINKS).filter(FileAccess::isPrivate).isPresent();
  }

  /** Writes the file atomically and for its owner alone; returns false when that fails. */
  boolean write(String hash, YamlDocuments parsed) {
    try {
      Files.createDirectories(path.getParent());
      // Java creates temporary files that only their owner can read and write.
      Path part = Files.createTempFile(path.getParent(), path.getFileName().toString(), ".part");
      try {
        Files.write(part, content(hash, parsed));
        Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return true;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      return false;
    }
  }

  private static byte[] content(String hash, YamlDocuments parsed) throws IOException {
    ByteArrayOutputStream trees = new ByteArrayOutputStream();
    ParsedYaml.write(parsed, new DataOutputStream(trees));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(all);
    out.writeUTF(hash);
    out.writeLong(checksum(trees.toByteArray(), 0));
    trees.writeTo(out);
    return all.toByteArray();
  }
}
