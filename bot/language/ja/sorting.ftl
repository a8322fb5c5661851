# コマンド。
sort-name = 仕分け
sort-description = 画像の衣類で投稿を仕分けます
sort-show-name = 表示
sort-show-description = チャンネルの仕分けを表示し、試し、オン・オフします
sort-tag-name = タグ
sort-tag-description = 分類をフォーラムのタグに結びつけます
sort-reaction-name = リアクション
sort-reaction-description = 分類をリアクションに結びつけます
sort-copy-name = コピー
sort-copy-description = 分類を、別のチャンネルに載せるリンクに結びつけます
sort-remove-name = 削除
sort-remove-description = 分類の結びつきを、1つまたはすべて外します
sort-channel-name = チャンネル
sort-channel-description = 仕分けるチャンネルまたはフォーラム
sort-forum-name = フォーラム
sort-forum-description = 仕分けるフォーラム
sort-class-name = 分類
sort-class-description = 衣類の種類
sort-class-all-description = 衣類の種類。省くとすべて
sort-tag-tag-name = タグ
sort-tag-tag-description = タグの名前。省くと分類の名前
sort-create-name = 作成
sort-create-description = フォーラムにないタグを作ります
sort-emoji-name = 絵文字
sort-emoji-description = リアクションに使う絵文字
sort-target-name = 送り先
sort-target-description = 該当する投稿のリンクを受け取るチャンネル

# 表。
sort-title-none =
    ### { $channel }
    ここでは何も仕分けていません。/{ sort-name } { sort-tag-name }、/{ sort-name } { sort-reaction-name }、/{ sort-name } { sort-copy-name }で、分類ごとの動きを決められます。
sort-title-off =
    ### { $channel }
    { "**" }オフ。** 最新の10件の投稿で試すと、オンにできます。
sort-title-on =
    ### { $channel }
    { "**" }オン。** 新しい投稿をこのとおりに仕分けます。変更すると、試すまでオフになります。
sort-column-class = 分類
sort-column-effect = 動き
sort-effect-tag = タグ { $target }
sort-gone-tag = なくなったタグ
sort-effect-reaction = リアクション { $target }
sort-effect-copy = { $target }にリンク
sort-gone-copy = なくなったチャンネルにリンク
sort-nothing = なし
sort-try = 最新の10件で試す
sort-switch-on = オンにする
sort-switch-off = オフにする
sort-undo = 最後の変更を元に戻す
sort-back = 戻る

# 試した結果。
sort-trial =
    ### 最新の{ $posts }件なら、このように仕分けられていました
sort-trial-empty =
    ### 試せる投稿がありません
    そこには最近の画像の投稿が見つかりませんでした。このままオンにすることもできます。
sort-tried = { $number }. [投稿]({ $url })：{ $garments } → { $effects }
sort-tried-none = { $number }. [投稿]({ $url })：仕分けに使う衣類なし → なし

# 別のチャンネルで。
sort-copy = **{ $garments }**：{ $url }

# うまくいかないとき。
error-no-such-tag = そのフォーラムにその名前のタグはありません。「{ sort-create-name }」オプションで作るか、別のタグを選んでください。
error-forum-full = Discordではフォーラムのタグは20個までで、それを超えます。いくつか削除するか、複数の分類を1つのタグに結びつけてください。
error-not-an-emoji = それはリアクションに使える絵文字ではありません。標準の絵文字か、このサーバーの絵文字を使ってください。
error-too-many-rules = 1チャンネルの仕分けの規則は50個までで、それを超えます。先に/{ sort-name } { sort-remove-name }で減らしてください。
error-plan-changed = その間に誰かがこの仕分けを変更しました。/{ sort-name } { sort-show-name }で確認してから続けてください。
error-cannot-tag = そこではタグを付けられません。そのフォーラムで「チャンネルを見る」「メッセージ履歴を読む」「スレッドの管理」を、タグを作るには「チャンネルの管理」もください。
error-cannot-react = そこではリアクションできません。そのチャンネルで「チャンネルを見る」「メッセージ履歴を読む」「リアクションの追加」をください。
error-cannot-copy = そこではリンクを投稿できません。そのチャンネルで「チャンネルを見る」「メッセージを送信」「メッセージ履歴を読む」をください。
