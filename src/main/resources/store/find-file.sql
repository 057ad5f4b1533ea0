select file_id from uploaded_file
where account = :account and sha256 = :sha256
