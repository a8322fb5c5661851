# コマンド。
find-name = 探す
find-description = このサーバーで、ある衣類の新しい投稿を探します
find-class-name = 分類
find-class-description = 衣類の種類
find-from-name = 投稿者
find-from-description = このメンバーの投稿だけ
find-in-name = チャンネル
find-in-description = このチャンネルとそのスレッド、またはこのカテゴリーの投稿だけ
find-since-name = いつから
find-since-description = この日からの投稿だけ（UTC、例：2026-01-31）
find-since-choice = { $days ->
    [0] 今日
   *[other] 過去{ $days }日間
}
index-name = 索引
index-description = チャンネルの過去の投稿を探せるようにし、進み具合を見ます
index-channel-name = チャンネル
index-channel-description = 取り込むチャンネル（スレッドも含む）。省くと、ほかの進み具合を表示します

# 見つかったもの。
find-title = ### { $label }：新しい投稿、{ $page }ページ
find-nothing = あなたが読める投稿で{ $label }のものは見つかりません。索引より前の投稿は、管理者が/{ index-name }でチャンネルを取り込むと見つかります。
find-post = { $author }、{ $channel }、{ $when }
    画像{ $pictures }枚、{ $probability }
find-jump = 投稿へ移動
find-newer = 新しい方へ
find-older = 古い方へ

# 索引の進み具合。
index-title = ### チャンネルの過去の投稿
index-title-none =
    ### チャンネルの過去の投稿
    まだどのチャンネルも取り込まれていません。コマンドのオプションで選んでください。
index-title-off =
    ### チャンネルの過去の投稿
    索引がオフなので、取り込みも検索もできません。/{ settings-name } でオンにできます。
index-title-unseen =
    ### チャンネルの過去の投稿
    { error-content-unseen }
index-waiting = { $channel }：順番待ち
index-reached = { $channel }：{ $reached }まで完了（チャンネルの始まりは{ $first }）。メッセージ{ $messages }件を読み、衣類の画像{ $pictures }枚
index-unread = { $channel }：読む権限がないため待機中です。そこで「チャンネルを見る」と「メッセージ履歴を読む」（ボイスチャンネルでは「接続」も）をください。
index-finished = { $channel }：完了。メッセージ{ $messages }件を読み、衣類の画像{ $pictures }枚
index-more = ほか{ $channels }チャンネル
index-stop = 止める
index-refresh = 更新

# うまくいかないとき。
error-index-off = このサーバーは索引を残していないため、探せません。サーバーを管理できる人が/{ settings-name } でオンにできます。
error-not-a-date = その日付は読み取れません。2026-01-31のように書いてください。
